using System.Reflection;
using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Which GraphQL type stands for which C# type. A type is made when first asked for, and completed later, so that types may refer to each other.</summary>
internal sealed class TypeRegistry
{
    private static readonly Dictionary<Type, ScalarType> BuiltIn = new()
    {
        [typeof(string)] = BuiltInScalars.String,
        [typeof(int)] = BuiltInScalars.Int,
        [typeof(short)] = BuiltInScalars.Int,
        [typeof(byte)] = BuiltInScalars.Int,
        [typeof(sbyte)] = BuiltInScalars.Int,
        [typeof(ushort)] = BuiltInScalars.Int,
        [typeof(double)] = BuiltInScalars.Float,
        [typeof(float)] = BuiltInScalars.Float,
        [typeof(bool)] = BuiltInScalars.Boolean,
        [typeof(long)] = BuiltInScalars.Long,
        [typeof(uint)] = BuiltInScalars.Long,
        [typeof(decimal)] = BuiltInScalars.Decimal,
        [typeof(Guid)] = BuiltInScalars.UUID,
        [typeof(DateTimeOffset)] = BuiltInScalars.DateTime,
        [typeof(DateOnly)] = BuiltInScalars.Date,
        [typeof(TimeSpan)] = BuiltInScalars.Duration,
        [typeof(Uri)] = BuiltInScalars.URL,
        [typeof(JsonElement)] = BuiltInScalars.JSON,
        [typeof(UploadedFile)] = BuiltInScalars.Upload,
    };

    private readonly Dictionary<Type, ScalarType> scalars;
    private readonly Dictionary<Type, NamedType> outputs = [];
    private readonly Dictionary<Type, NamedType> inputs = [];
    private readonly Dictionary<string, (NamedType Type, string Owner)> byName = new(StringComparer.Ordinal);
    private readonly List<NamedType> ordered = [];
    private readonly Queue<Action> pending = new();

    public TypeRegistry(IReadOnlyDictionary<Type, ScalarType> ownScalars)
    {
        scalars = new Dictionary<Type, ScalarType>(BuiltIn);
        foreach (var (type, scalar) in ownScalars)
        {
            scalar.Description ??= Descriptions.Of(scalar.GetType());
            scalars[type] = scalar;
        }

        foreach (var scalar in BuiltInScalars.Specified)
        {
            byName.Add(scalar.Name, (scalar, "the specification"));
        }
    }

    /// <summary>Completes the object, interface and union types of C# classes.</summary>
    public required Action<NamedType, Type> CompleteOutput { get; init; }

    /// <summary>Completes the input object types of C# records.</summary>
    public required Action<InputObjectType, Type> CompleteInput { get; init; }

    /// <summary>The name of the object type of a C# class.</summary>
    public required Func<Type, string> ObjectName { get; init; }

    /// <summary>Every type made so far, in order; the scalars of the specification excluded.</summary>
    public IReadOnlyList<NamedType> Types => ordered;

    /// <summary>Completes types until none is left.</summary>
    public void Complete()
    {
        while (pending.TryDequeue(out var complete))
        {
            complete();
        }
    }

    /// <summary>The scalar that stands for a C# type unless the host says otherwise.</summary>
    public static ScalarType? FindBuiltIn(Type type) => BuiltIn.GetValueOrDefault(type);

    public bool IsScalar(Type type) => scalars.ContainsKey(type);

    /// <summary>The type of a field.</summary>
    public GraphQLType Output(TypeShape shape, bool isId) =>
        shape.IsOptional
            ? throw new SchemaException("Only inputs can be Optional<T>.")
            : Wrap(shape, core => isId ? BuiltInScalars.ID : NamedOutput(core));

    /// <summary>The type of an argument or an input field.</summary>
    public GraphQLType Input(TypeShape shape, bool isId) =>
        Wrap(shape, core => isId ? BuiltInScalars.ID : NamedInput(core));

    /// <summary>The output type of a C# type.</summary>
    public NamedType NamedOutput(Type type)
    {
        if (Leaf(type) is { } leaf)
        {
            return leaf;
        }

        if (outputs.TryGetValue(type, out var known))
        {
            return known;
        }

        CheckOwnClass(type);
        CheckAbstract(type);
        NamedType made =
            type.GetCustomAttribute<UnionTypeAttribute>(false) is { } union
                ? new UnionType(union.Name ?? Names.OutputType(type))
            : type.IsDefined(typeof(InterfaceTypeAttribute), false) ? new InterfaceType(Names.OutputType(type))
            : type.IsInterface || type.IsAbstract
                ? throw new SchemaException(
                    $"{type.FullName} is abstract: mark it with [InterfaceType] or [UnionType] to use it in the schema."
                )
            : new ObjectType(ObjectName(type));
        made.RuntimeType = type;
        outputs.Add(type, made);
        Add(made, type.FullName!);
        pending.Enqueue(() => CompleteOutput(made, type));
        return made;
    }

    /// <summary>The input type of a C# type.</summary>
    public NamedType NamedInput(Type type)
    {
        if (Leaf(type) is { } leaf)
        {
            return leaf;
        }

        if (inputs.TryGetValue(type, out var known))
        {
            return known;
        }

        CheckOwnClass(type);
        if (type.IsInterface || type.IsAbstract)
        {
            throw new SchemaException(
                $"{type.FullName} is abstract and cannot be an input. If it is a service, register it before the schema is built."
            );
        }

        var made = new InputObjectType(Names.InputType(type)) { RuntimeType = type };
        inputs.Add(type, made);
        Add(made, type.FullName!);
        pending.Enqueue(() => CompleteInput(made, type));
        return made;
    }

    /// <summary>Takes a type that no C# type stands for.</summary>
    public T Add<T>(T type, string owner)
        where T : NamedType
    {
        if (!byName.TryAdd(type.Name, (type, owner)))
        {
            throw new SchemaException(
                $"There can be only one type named \"{type.Name}\": both {byName[type.Name].Owner} and {owner} have that name. Give one another by [GraphQLName]."
            );
        }

        ordered.Add(type);
        return type;
    }

    /// <summary>The type of that name when it was made before.</summary>
    public NamedType? Find(string name) => byName.TryGetValue(name, out var found) ? found.Type : null;

    /// <summary>Completes something later, when the types it needs have been made.</summary>
    public void Later(Action complete) => pending.Enqueue(complete);

    private NamedType? Leaf(Type type)
    {
        if (scalars.TryGetValue(type, out var scalar))
        {
            if (Find(scalar.Name) != scalar)
            {
                Add(scalar, type.FullName!);
            }

            return scalar;
        }

        if (!type.IsEnum)
        {
            return null;
        }

        if (!outputs.TryGetValue(type, out var known))
        {
            known = EnumTypes.Of(type);
            outputs.Add(type, known);
            Add(known, type.FullName!);
        }

        return known;
    }

    private static GraphQLType Wrap(TypeShape shape, Func<Type, NamedType> named)
    {
        NullableType type = shape.Item is null ? named(shape.Type) : Wrap(shape.Item, named).List();
        return shape.IsNullable || shape.IsOptional ? type : type.NonNull();
    }

    private static void CheckAbstract(Type type)
    {
        var kind =
            type.IsDefined(typeof(InterfaceTypeAttribute), false) ? "InterfaceType"
            : type.IsDefined(typeof(UnionTypeAttribute), false) ? "UnionType"
            : null;
        if (kind is not null && !type.IsInterface && !type.IsAbstract)
        {
            throw new SchemaException(
                $"{type.Name} can have objects of its own, for which [{kind}] leaves no type: make it abstract."
            );
        }
    }

    // Framework classes have no place in a schema; one is usually a slip, or a service that is not registered.
    private static void CheckOwnClass(Type type)
    {
        var hint =
            type == typeof(DateTime) ? "Use DateTimeOffset or DateOnly."
            : type == typeof(TimeOnly) ? "Use string."
            : type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask)
                ? "A field must return something."
            : type.IsGenericParameter || type.ContainsGenericParameters ? "It is an open generic type."
            : type.IsPrimitive
            || type == typeof(object)
            || type.IsPointer
            || type.Namespace == "System"
            || type.Namespace?.StartsWith("System.", StringComparison.Ordinal) == true
            || type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true
            || typeof(Delegate).IsAssignableFrom(type)
                ? "If it is a service, register it before the schema is built, or mark the parameter with [Service]."
            : null;
        if (hint is not null)
        {
            throw new SchemaException($"{type.FullName ?? type.Name} has no GraphQL type. {hint}");
        }
    }
}
