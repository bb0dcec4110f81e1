namespace Cooperator.GraphQL.Language;

/// <summary>A reference to a type, see section 2.11 of the specification.</summary>
public abstract class TypeNode(Location location) : SyntaxNode(location)
{
    /// <summary>The named type inside every list and non-null wrapper.</summary>
    public NamedTypeNode NamedType
    {
        get
        {
            var type = this;
            while (true)
            {
                switch (type)
                {
                    case ListTypeNode list:
                        type = list.Type;
                        break;
                    case NonNullTypeNode nonNull:
                        type = nonNull.Type;
                        break;
                    default:
                        return (NamedTypeNode)type;
                }
            }
        }
    }
}

/// <summary>A type by its name.</summary>
public sealed class NamedTypeNode(NameNode name, Location location = default) : TypeNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NamedType;

    /// <summary>The type's name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A list of a type.</summary>
public sealed class ListTypeNode(TypeNode type, Location location = default) : TypeNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ListType;

    /// <summary>The type of the items.</summary>
    public TypeNode Type { get; } = type;
}

/// <summary>A type that excludes null.</summary>
public sealed class NonNullTypeNode(TypeNode type, Location location = default) : TypeNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NonNullType;

    /// <summary>The type without the <c>!</c>: a name or a list.</summary>
    public TypeNode Type { get; } = type;
}
