using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Makes input object types from C# records: the parameters of the constructor, then the properties that can be set.</summary>
internal sealed class InputRecords(TypeRegistry registry, IdTargets ids)
{
    private static readonly MethodInfo ReadMethod = typeof(InputRecords).GetMethod(
        nameof(Read),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private readonly Dictionary<InputObjectType, Lazy<Func<Dictionary<string, object?>, object>>> readers = [];

    public void Complete(InputObjectType type, Type record)
    {
        var constructor = FindConstructor(record);
        var all = PublicProperties.Of(record).ToList();
        var parameters = (constructor?.GetParameters() ?? [])
            .Select(parameter => new Member(parameter, PropertyOf(all, parameter)))
            .ToList();
        var properties = all.Where(property =>
                property.SetMethod is { IsPublic: true }
                && !property.IsDefined(typeof(GraphQLIgnoreAttribute))
                && parameters.TrueForAll(member => member.Property != property)
            )
            .Select(property => new Member(null, property))
            .ToList();

        foreach (var member in parameters.Concat(properties))
        {
            member.Definition = Define(record, member, type);
        }

        type.Description = Descriptions.Of(record);
        type.IsOneOf = record.IsDefined(typeof(OneOfAttribute), false);
        type.Fields = new NamedList<InputValueDefinition>(
            parameters.Concat(properties).Select(member => member.Definition)
        );
        readers[type] = new Lazy<Func<Dictionary<string, object?>, object>>(() =>
            Compile(record, constructor, parameters, properties)
        );
    }

    /// <summary>From the canonical value of an input object type to its record.</summary>
    public InputConverter Reader(InputObjectType type) =>
        value => value is Dictionary<string, object?> map ? readers[type].Value(map) : value;

    /// <summary>Compiles every reader, so that no request has to.</summary>
    public void CompileAll()
    {
        foreach (var reader in readers.Values)
        {
            _ = reader.Value;
        }
    }

    /// <summary>Makes the definition of an argument, or of a field that a parameter stands for.</summary>
    public InputValueDefinition Define(ParameterInfo parameter, IdTarget? id = null)
    {
        var shape = TypeShape.Of(parameter);
        id ??= ids.Of(parameter);
        var type = registry.Input(shape, id is not null);
        return new InputValueDefinition(
            Names.Argument(parameter),
            type,
            parameter.HasDefaultValue ? DefaultLiteral(parameter.DefaultValue, type) : null
        )
        {
            Description = Descriptions.Of(parameter),
            DeprecationReason = parameter.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            Convert = InputReaders.For(parameter.ParameterType, type, id, Reader, shape.IsNullable),
        };
    }

    /// <summary>An expression that reads one field of a canonical input object, converted; the default of the type when absent.</summary>
    public static Expression ReadField(Expression map, InputValueDefinition definition, Type type) =>
        Expression.Call(
            ReadMethod.MakeGenericMethod(type),
            map,
            Expression.Constant(definition.Name),
            Expression.Constant(definition.Convert, typeof(InputConverter))
        );

    private InputValueDefinition Define(Type record, Member member, InputObjectType owner)
    {
        try
        {
            if (member.Property is { } described)
            {
                AuthorizeRules.RefuseOnInput(described);
            }

            if (member.Parameter is { } parameter)
            {
                // Attributes of a positional record may stand on the parameter or on the property.
                var property = member.Property;
                var id = ids.Of(parameter) ?? (property is null ? null : ids.Of(property));
                var shape = TypeShape.Of(parameter);
                var type = registry.Input(shape, id is not null);
                return new InputValueDefinition(
                    property?.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Names.Argument(parameter),
                    type,
                    parameter.HasDefaultValue && !owner.IsOneOf ? DefaultLiteral(parameter.DefaultValue, type) : null
                )
                {
                    Description = Descriptions.Of(parameter) ?? (property is null ? null : Descriptions.Of(property)),
                    DeprecationReason = (
                        parameter.GetCustomAttribute<GraphQLDeprecatedAttribute>()
                        ?? property?.GetCustomAttribute<GraphQLDeprecatedAttribute>()
                    )?.Reason,
                    Convert = InputReaders.For(parameter.ParameterType, type, id, Reader, shape.IsNullable),
                };
            }

            return DefineProperty(member.Property!);
        }
        catch (SchemaException exception)
        {
            throw new SchemaException($"{record.Name}.{member.Name}: {exception.Message}");
        }
    }

    private InputValueDefinition DefineProperty(PropertyInfo property)
    {
        var shape = TypeShape.Of(property);
        var id = ids.Of(property);
        var type = registry.Input(shape, id is not null);
        return new InputValueDefinition(Names.Field(property), type)
        {
            Description = Descriptions.Of(property),
            DeprecationReason = property.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            Convert = InputReaders.For(property.PropertyType, type, id, Reader, shape.IsNullable),
        };
    }

    private static ValueNode? DefaultLiteral(object? value, GraphQLType type)
    {
        if (value is null)
        {
            return null;
        }

        return type.Named switch
        {
            EnumType enumType => enumType.FindByValue(Enum.ToObject(enumType.RuntimeType!, value)) is { } found
                ? new EnumValueNode(found.Name)
                : throw new SchemaException($"The default {value} is no value of \"{enumType}\"."),
            ScalarType scalar => scalar.ToLiteral(
                scalar.RuntimeType!.IsInstanceOfType(value) ? value : Widened(value, scalar.RuntimeType)
            ),
            _ => null,
        };
    }

    // A float becomes the double that is written alike, not the one that is equal.
    private static object Widened(object value, Type type) =>
        value is float single
            ? double.Parse(single.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);

    private static Func<Dictionary<string, object?>, object> Compile(
        Type type,
        ConstructorInfo? constructor,
        List<Member> parameters,
        List<Member> properties
    )
    {
        var map = Expression.Parameter(typeof(Dictionary<string, object?>), "map");
        var record = Expression.Variable(type, "record");
        var steps = new List<Expression>
        {
            Expression.Assign(
                record,
                constructor is null
                    ? Expression.New(type)
                    : Expression.New(
                        constructor,
                        parameters.Select(member => ReadField(map, member.Definition, member.Parameter!.ParameterType))
                    )
            ),
        };
        // A property that is absent keeps what the record's own initializer gave it.
        steps.AddRange(
            properties.Select(member =>
                (Expression)
                    Expression.IfThen(
                        Expression.Call(
                            map,
                            nameof(Dictionary<string, object?>.ContainsKey),
                            null,
                            Expression.Constant(member.Definition.Name)
                        ),
                        Expression.Assign(
                            Expression.Property(record, member.Property!),
                            ReadField(map, member.Definition, member.Property!.PropertyType)
                        )
                    )
            )
        );
        steps.Add(Expression.Convert(record, typeof(object)));
        return Expression
            .Lambda<Func<Dictionary<string, object?>, object>>(Expression.Block([record], steps), map)
            .Compile();
    }

    private static T Read<T>(Dictionary<string, object?> map, string name, InputConverter? convert) =>
        map.TryGetValue(name, out var value) ? (T)(convert is null ? value : convert(value))! : default!;

    // Null for a struct that is made without one.
    private static ConstructorInfo? FindConstructor(Type record) =>
        record
            .GetConstructors()
            // The copy constructor of a record is no way to make one.
            .Where(constructor => constructor.GetParameters() is not [var single] || single.ParameterType != record)
            .MaxBy(constructor => constructor.GetParameters().Length)
        ?? (
            record.IsValueType
                ? null
                : throw new SchemaException($"{record.FullName} has no public constructor and cannot be an input.")
        );

    private static PropertyInfo? PropertyOf(List<PropertyInfo> properties, ParameterInfo parameter) =>
        properties.Find(property => property.Name == parameter.Name)
        ?? properties.Find(property => property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));

    private sealed record Member(ParameterInfo? Parameter, PropertyInfo? Property)
    {
        public string Name => Parameter?.Name ?? Property!.Name;

        public InputValueDefinition Definition { get; set; } = null!;
    }
}
