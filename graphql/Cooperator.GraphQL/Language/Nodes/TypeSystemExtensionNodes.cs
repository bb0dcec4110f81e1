using System.Collections.Immutable;

namespace Cooperator.GraphQL.Language;

/// <summary>An <c>extend</c> definition.</summary>
public abstract class TypeSystemExtensionNode(ImmutableArray<DirectiveNode> directives, Location location)
    : DefinitionNode(location)
{
    /// <summary>The added directives in the order they were written.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = OrEmpty(directives);
}

/// <summary>An extension of a named type, see section 3.4.3 of the specification.</summary>
public abstract class TypeExtensionNode(NameNode name, ImmutableArray<DirectiveNode> directives, Location location)
    : TypeSystemExtensionNode(directives, location)
{
    /// <summary>The extended type's name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>An extension of the schema, see section 3.3.2 of the specification.</summary>
public sealed class SchemaExtensionNode(
    ImmutableArray<DirectiveNode> directives = default,
    ImmutableArray<OperationTypeDefinitionNode> operationTypes = default,
    Location location = default
) : TypeSystemExtensionNode(directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.SchemaExtension;

    /// <summary>The added root types in the order they were written.</summary>
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = OrEmpty(operationTypes);
}

/// <summary>An extension of a scalar type, see section 3.5 of the specification.</summary>
public sealed class ScalarTypeExtensionNode(
    NameNode name,
    ImmutableArray<DirectiveNode> directives = default,
    Location location = default
) : TypeExtensionNode(name, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ScalarTypeExtension;
}

/// <summary>An extension of an object type, see section 3.6 of the specification.</summary>
public sealed class ObjectTypeExtensionNode(
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces = default,
    ImmutableArray<DirectiveNode> directives = default,
    ImmutableArray<FieldDefinitionNode> fields = default,
    Location location = default
) : TypeExtensionNode(name, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectTypeExtension;

    /// <summary>The added implemented interfaces in the order they were written.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = OrEmpty(interfaces);

    /// <summary>The added fields in the order they were written.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = OrEmpty(fields);
}

/// <summary>An extension of an interface type, see section 3.7 of the specification.</summary>
public sealed class InterfaceTypeExtensionNode(
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces = default,
    ImmutableArray<DirectiveNode> directives = default,
    ImmutableArray<FieldDefinitionNode> fields = default,
    Location location = default
) : TypeExtensionNode(name, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InterfaceTypeExtension;

    /// <summary>The added implemented interfaces in the order they were written.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = OrEmpty(interfaces);

    /// <summary>The added fields in the order they were written.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = OrEmpty(fields);
}

/// <summary>An extension of a union type, see section 3.8 of the specification.</summary>
public sealed class UnionTypeExtensionNode(
    NameNode name,
    ImmutableArray<DirectiveNode> directives = default,
    ImmutableArray<NamedTypeNode> types = default,
    Location location = default
) : TypeExtensionNode(name, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.UnionTypeExtension;

    /// <summary>The added member types in the order they were written.</summary>
    public ImmutableArray<NamedTypeNode> Types { get; } = OrEmpty(types);
}

/// <summary>An extension of an enum type, see section 3.9 of the specification.</summary>
public sealed class EnumTypeExtensionNode(
    NameNode name,
    ImmutableArray<DirectiveNode> directives = default,
    ImmutableArray<EnumValueDefinitionNode> values = default,
    Location location = default
) : TypeExtensionNode(name, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumTypeExtension;

    /// <summary>The added values in the order they were written.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = OrEmpty(values);
}

/// <summary>An extension of an input object type, see section 3.10 of the specification.</summary>
public sealed class InputObjectTypeExtensionNode(
    NameNode name,
    ImmutableArray<DirectiveNode> directives = default,
    ImmutableArray<InputValueDefinitionNode> fields = default,
    Location location = default
) : TypeExtensionNode(name, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InputObjectTypeExtension;

    /// <summary>The added input fields in the order they were written.</summary>
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = OrEmpty(fields);
}

/// <summary>An extension of a directive definition.</summary>
public sealed class DirectiveExtensionNode(
    NameNode name,
    ImmutableArray<DirectiveNode> directives = default,
    Location location = default
) : TypeSystemExtensionNode(directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.DirectiveExtension;

    /// <summary>The extended directive's name.</summary>
    public NameNode Name { get; } = name;
}
