namespace Cooperator.GraphQL.Types;

/// <summary>A type of the schema, named or wrapped. Equal types are the same instance.</summary>
public abstract class GraphQLType
{
    private ListType? asList;

    /// <summary>The type below all wrappers.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The type without its outer <c>!</c>.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.Type : this;

    /// <summary>Whether the type may stand for arguments and input fields.</summary>
    public bool IsInputType => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether the type may stand for fields.</summary>
    public bool IsOutputType => Named is not InputObjectType;

    /// <summary>A list of this type.</summary>
    public ListType List() => asList ?? Interlocked.CompareExchange(ref asList, new ListType(this), null) ?? asList;
}

/// <summary>A type that admits null: a named type or a list.</summary>
public abstract class NullableType : GraphQLType
{
    private NonNullType? asNonNull;

    /// <summary>This type without null.</summary>
    public NonNullType NonNull() =>
        asNonNull ?? Interlocked.CompareExchange(ref asNonNull, new NonNullType(this), null) ?? asNonNull;
}

/// <summary>A list, see section 3.11 of the specification; made by <see cref="GraphQLType.List"/>.</summary>
public sealed class ListType : NullableType
{
    internal ListType(GraphQLType itemType) => ItemType = itemType;

    /// <summary>The type of the items.</summary>
    public GraphQLType ItemType { get; }

    /// <inheritdoc />
    public override NamedType Named => ItemType.Named;

    /// <inheritdoc />
    public override string ToString() => $"[{ItemType}]";
}

/// <summary>A type without null, see section 3.12 of the specification; made by <see cref="NullableType.NonNull"/>.</summary>
public sealed class NonNullType : GraphQLType
{
    internal NonNullType(NullableType type) => Type = type;

    /// <summary>The type that would admit null.</summary>
    public NullableType Type { get; }

    /// <inheritdoc />
    public override NamedType Named => Type.Named;

    /// <inheritdoc />
    public override string ToString() => $"{Type}!";
}
