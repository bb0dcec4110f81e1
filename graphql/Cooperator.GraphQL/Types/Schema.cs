using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Cooperator.GraphQL.Introspection;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>A GraphQL schema, see section 3.3 of the specification. Immutable and safe to share between threads.</summary>
public sealed class Schema
{
    private readonly FrozenDictionary<string, NamedType> types;
    private readonly FrozenDictionary<NamedType, ImmutableArray<ObjectType>> possibleTypes;
    private readonly FrozenDictionary<NamedType, FrozenSet<NamedType>> subTypes;
    private readonly FrozenDictionary<Type, ObjectType> byRuntimeType;
    private readonly ConcurrentDictionary<Type, ObjectType?> closestByRuntimeType = new();

    internal Schema(
        ObjectType? queryType,
        ObjectType? mutationType,
        ObjectType? subscriptionType,
        IReadOnlyCollection<NamedType> orderedTypes,
        IEnumerable<DirectiveDefinition> directives
    )
    {
        QueryType = queryType!;
        MutationType = mutationType;
        SubscriptionType = subscriptionType;
        OrderedTypes = [.. orderedTypes];
        Directives = new NamedList<DirectiveDefinition>(directives);
        types = orderedTypes.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        possibleTypes = FindPossibleTypes(orderedTypes);
        subTypes = FindSubTypes(orderedTypes);
        byRuntimeType = orderedTypes
            .OfType<ObjectType>()
            .Where(type => type.RuntimeType is not null)
            .DistinctBy(type => type.RuntimeType)
            .ToFrozenDictionary(type => type.RuntimeType!);
    }

    /// <summary>What there is before a schema: no types, only the directives every schema has.</summary>
    internal static Schema Nothing { get; } = new(null, null, null, [], BuiltInDirectives.All);

    /// <summary>The description, in Markdown.</summary>
    public string? Description { get; internal init; }

    /// <summary>The directives written on the schema definition and its extensions.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; internal init; } = [];

    /// <summary>The definition when the schema was read from SDL.</summary>
    public SchemaDefinitionNode? Definition { get; internal init; }

    /// <summary>The extensions of the schema itself when it was read from SDL.</summary>
    public ImmutableArray<SchemaExtensionNode> Extensions { get; internal init; } = [];

    /// <summary>The root of queries. Every schema that passed its checks has one.</summary>
    public ObjectType QueryType { get; }

    /// <summary>The root of mutations.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>The root of subscriptions.</summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>Every type by its name, built-in and introspection types included.</summary>
    public IReadOnlyDictionary<string, NamedType> Types => types;

    /// <summary>Every type in the order it was defined or found.</summary>
    public ImmutableArray<NamedType> OrderedTypes { get; }

    /// <summary>The directives that may be used.</summary>
    public NamedList<DirectiveDefinition> Directives { get; }

    /// <summary>The root type of a kind of operation, or null.</summary>
    public ObjectType? RootType(OperationType operation) =>
        operation switch
        {
            OperationType.Query => QueryType,
            OperationType.Mutation => MutationType,
            OperationType.Subscription => SubscriptionType,
        };

    /// <summary>The type of that name, or null.</summary>
    public NamedType? FindType(string name) => types.GetValueOrDefault(name);

    /// <summary>The type that a reference in a document means; null when its named type is unknown.</summary>
    public GraphQLType? FindType(TypeNode node) =>
        node switch
        {
            NonNullTypeNode nonNull => (FindType(nonNull.Type) as NullableType)?.NonNull(),
            ListTypeNode list => FindType(list.Type)?.List(),
            NamedTypeNode named => FindType(named.Name.Value),
            _ => null,
        };

    /// <summary>The field a selection on that type means: its own, or one of the meta fields; null when there is none.</summary>
    public FieldDefinition? FindField(NamedType parent, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            if (name == MetaFields.TypeName.Name && parent.IsComposite)
            {
                return MetaFields.TypeName;
            }

            if (ReferenceEquals(parent, QueryType))
            {
                return name == MetaFields.Schema.Name ? MetaFields.Schema
                    : name == MetaFields.Type.Name ? MetaFields.Type
                    : null;
            }
        }

        return (parent as IFieldsType)?.Fields.Find(name);
    }

    /// <summary>The object types that a value of the type may have; the type itself when it is an object type.</summary>
    public ImmutableArray<ObjectType> GetPossibleTypes(NamedType type) =>
        type is ObjectType objectType ? [objectType]
        : possibleTypes.TryGetValue(type, out var found) ? found
        : [];

    /// <summary>Whether an object or interface type is a member of the union or implements the interface.</summary>
    public bool IsSubType(NamedType abstractType, NamedType maybeSubType) =>
        subTypes.TryGetValue(abstractType, out var found) && found.Contains(maybeSubType);

    /// <summary>The object type of a C# class, or of the nearest class it derives from; null when there is none.</summary>
    public ObjectType? FindObjectType(Type runtimeType) =>
        closestByRuntimeType.GetOrAdd(
            runtimeType,
            static (type, known) =>
            {
                for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
                {
                    if (known.TryGetValue(candidate, out var found))
                    {
                        return found;
                    }
                }

                return null;
            },
            byRuntimeType
        );

    /// <summary>
    /// The object type of a value of an abstract type: by <see cref="ObjectType.IsTypeOf"/>, by the key <c>__typename</c> of a dictionary, or by its
    /// C# class; null when none is found. The caller checks that it is a possible type.
    /// </summary>
    public ObjectType? ResolveType(NamedType abstractType, object value)
    {
        foreach (var type in GetPossibleTypes(abstractType))
        {
            if (type.IsTypeOf is { } isTypeOf && isTypeOf(value))
            {
                return type;
            }
        }

        return value is IReadOnlyDictionary<string, object?> map && map.TryGetValue("__typename", out var name)
            ? FindType(name as string ?? "") as ObjectType
            : FindObjectType(value.GetType());
    }

    private static FrozenDictionary<NamedType, ImmutableArray<ObjectType>> FindPossibleTypes(
        IReadOnlyCollection<NamedType> orderedTypes
    )
    {
        var possible = new Dictionary<NamedType, List<ObjectType>>();
        foreach (var type in orderedTypes)
        {
            if (type is UnionType union)
            {
                possible[union] = [.. union.Types];
            }
            else if (type is InterfaceType)
            {
                possible[type] = [];
            }
        }

        foreach (var type in orderedTypes.OfType<ObjectType>())
        {
            foreach (var implemented in type.Interfaces)
            {
                if (possible.TryGetValue(implemented, out var list))
                {
                    list.Add(type);
                }
            }
        }

        return possible.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray());
    }

    private static FrozenDictionary<NamedType, FrozenSet<NamedType>> FindSubTypes(
        IReadOnlyCollection<NamedType> orderedTypes
    )
    {
        var pairs = orderedTypes
            .OfType<IFieldsType>()
            .SelectMany(type => type.Interfaces.Select(parent => (Parent: (NamedType)parent, Sub: (NamedType)type)))
            .Concat(
                orderedTypes
                    .OfType<UnionType>()
                    .SelectMany(union => union.Types.Select(type => (Parent: (NamedType)union, Sub: (NamedType)type)))
            );
        return pairs
            .GroupBy(pair => pair.Parent, pair => pair.Sub)
            .ToFrozenDictionary(group => group.Key, group => group.ToFrozenSet());
    }
}
