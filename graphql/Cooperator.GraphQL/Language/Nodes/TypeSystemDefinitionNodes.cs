using System.Collections.Immutable;

namespace Cooperator.GraphQL.Language;

/// <summary>A schema, type or directive definition, see section 3.1 of the specification.</summary>
public abstract class TypeSystemDefinitionNode(
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    Location location
) : DefinitionNode(location)
{
    /// <summary>The documentation written before the definition.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The directives in the order they were written.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = OrEmpty(directives);
}

/// <summary>The definition of a named type, see section 3.4 of the specification.</summary>
public abstract class TypeDefinitionNode(
    NameNode name,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    Location location
) : TypeSystemDefinitionNode(description, directives, location)
{
    /// <summary>The type's name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A schema definition, see section 3.3 of the specification.</summary>
public sealed class SchemaDefinitionNode(
    ImmutableArray<OperationTypeDefinitionNode> operationTypes,
    StringValueNode? description = null,
    ImmutableArray<DirectiveNode> directives = default,
    Location location = default
) : TypeSystemDefinitionNode(description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.SchemaDefinition;

    /// <summary>The root types in the order they were written.</summary>
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = OrEmpty(operationTypes);
}

/// <summary>The root type of one kind of operation, see section 3.3.1 of the specification.</summary>
public sealed class OperationTypeDefinitionNode(
    OperationType operation,
    NamedTypeNode type,
    Location location = default
) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.OperationTypeDefinition;

    /// <summary>The kind of operation.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>Its root type.</summary>
    public NamedTypeNode Type { get; } = type;
}

/// <summary>A scalar type, see section 3.5 of the specification.</summary>
public sealed class ScalarTypeDefinitionNode(
    NameNode name,
    StringValueNode? description = null,
    ImmutableArray<DirectiveNode> directives = default,
    Location location = default
) : TypeDefinitionNode(name, description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ScalarTypeDefinition;
}

/// <summary>An object type, see section 3.6 of the specification.</summary>
public sealed class ObjectTypeDefinitionNode(
    NameNode name,
    StringValueNode? description = null,
    ImmutableArray<NamedTypeNode> interfaces = default,
    ImmutableArray<DirectiveNode> directives = default,
    ImmutableArray<FieldDefinitionNode> fields = default,
    Location location = default
) : TypeDefinitionNode(name, description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectTypeDefinition;

    /// <summary>The implemented interfaces in the order they were written.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = OrEmpty(interfaces);

    /// <summary>The fields in the order they were written.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = OrEmpty(fields);
}

/// <summary>An interface type, see section 3.7 of the specification.</summary>
public sealed class InterfaceTypeDefinitionNode(
    NameNode name,
    StringValueNode? description = null,
    ImmutableArray<NamedTypeNode> interfaces = default,
    ImmutableArray<DirectiveNode> directives = default,
    ImmutableArray<FieldDefinitionNode> fields = default,
    Location location = default
) : TypeDefinitionNode(name, description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InterfaceTypeDefinition;

    /// <summary>The implemented interfaces in the order they were written.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = OrEmpty(interfaces);

    /// <summary>The fields in the order they were written.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = OrEmpty(fields);
}

/// <summary>A union type, see section 3.8 of the specification.</summary>
public sealed class UnionTypeDefinitionNode(
    NameNode name,
    StringValueNode? description = null,
    ImmutableArray<DirectiveNode> directives = default,
    ImmutableArray<NamedTypeNode> types = default,
    Location location = default
) : TypeDefinitionNode(name, description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.UnionTypeDefinition;

    /// <summary>The member types in the order they were written.</summary>
    public ImmutableArray<NamedTypeNode> Types { get; } = OrEmpty(types);
}

/// <summary>An enum type, see section 3.9 of the specification.</summary>
public sealed class EnumTypeDefinitionNode(
    NameNode name,
    StringValueNode? description = null,
    ImmutableArray<DirectiveNode> directives = default,
    ImmutableArray<EnumValueDefinitionNode> values = default,
    Location location = default
) : TypeDefinitionNode(name, description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumTypeDefinition;

    /// <summary>The values in the order they were written.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = OrEmpty(values);
}

/// <summary>An input object type, see section 3.10 of the specification.</summary>
public sealed class InputObjectTypeDefinitionNode(
    NameNode name,
    StringValueNode? description = null,
    ImmutableArray<DirectiveNode> directives = default,
    ImmutableArray<InputValueDefinitionNode> fields = default,
    Location location = default
) : TypeDefinitionNode(name, description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InputObjectTypeDefinition;

    /// <summary>The input fields in the order they were written.</summary>
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = OrEmpty(fields);
}

/// <summary>A field of an object or interface type.</summary>
public sealed class FieldDefinitionNode(
    NameNode name,
    TypeNode type,
    StringValueNode? description = null,
    ImmutableArray<InputValueDefinitionNode> arguments = default,
    ImmutableArray<DirectiveNode> directives = default,
    Location location = default
) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FieldDefinition;

    /// <summary>The documentation written before the definition.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments in the order they were written.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = OrEmpty(arguments);

    /// <summary>The type of the field.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>The directives in the order they were written.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = OrEmpty(directives);
}

/// <summary>An argument, or a field of an input object type.</summary>
public sealed class InputValueDefinitionNode(
    NameNode name,
    TypeNode type,
    ValueNode? defaultValue = null,
    StringValueNode? description = null,
    ImmutableArray<DirectiveNode> directives = default,
    Location location = default
) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InputValueDefinition;

    /// <summary>The documentation written before the definition.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The type of the value.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>The constant used when no value is given.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>The directives in the order they were written.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = OrEmpty(directives);
}

/// <summary>A value of an enum type.</summary>
public sealed class EnumValueDefinitionNode(
    NameNode name,
    StringValueNode? description = null,
    ImmutableArray<DirectiveNode> directives = default,
    Location location = default
) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumValueDefinition;

    /// <summary>The documentation written before the definition.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The directives in the order they were written.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = OrEmpty(directives);
}

/// <summary>A directive, see section 3.13 of the specification.</summary>
public sealed class DirectiveDefinitionNode(
    NameNode name,
    ImmutableArray<NameNode> locations,
    StringValueNode? description = null,
    ImmutableArray<InputValueDefinitionNode> arguments = default,
    ImmutableArray<DirectiveNode> directives = default,
    bool isRepeatable = false,
    Location location = default
) : TypeSystemDefinitionNode(description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.DirectiveDefinition;

    /// <summary>The name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments in the order they were written.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = OrEmpty(arguments);

    /// <summary>Whether the directive may be used more than once at one place.</summary>
    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>Where the directive may be used, in the order written.</summary>
    public ImmutableArray<NameNode> Locations { get; } = OrEmpty(locations);
}
