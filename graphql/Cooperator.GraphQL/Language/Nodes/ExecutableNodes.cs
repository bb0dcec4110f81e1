using System.Collections.Immutable;

namespace Cooperator.GraphQL.Language;

/// <summary>What an operation does, see section 2.3 of the specification.</summary>
public enum OperationType : byte
{
    /// <summary>Reads; its root fields may be resolved in any order.</summary>
    Query,

    /// <summary>Writes; its root fields run one after another.</summary>
    Mutation,

    /// <summary>Reads once for each event of a stream.</summary>
    Subscription,
}

/// <summary>An operation or a fragment.</summary>
public abstract class ExecutableDefinitionNode(
    StringValueNode? description,
    NameNode? name,
    ImmutableArray<VariableDefinitionNode> variableDefinitions,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    Location location
) : DefinitionNode(location)
{
    /// <summary>The documentation written before the definition.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The definition's name; null for an anonymous operation only.</summary>
    public NameNode? Name { get; } = name;

    /// <summary>The declared variables.</summary>
    public ImmutableArray<VariableDefinitionNode> VariableDefinitions { get; } = OrEmpty(variableDefinitions);

    /// <summary>The directives in the order they were written.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = OrEmpty(directives);

    /// <summary>What is selected.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>A query, mutation or subscription, see section 2.3 of the specification.</summary>
public sealed class OperationDefinitionNode(
    OperationType operation,
    SelectionSetNode selectionSet,
    NameNode? name = null,
    StringValueNode? description = null,
    ImmutableArray<VariableDefinitionNode> variableDefinitions = default,
    ImmutableArray<DirectiveNode> directives = default,
    Location location = default
) : ExecutableDefinitionNode(description, name, variableDefinitions, directives, selectionSet, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.OperationDefinition;

    /// <summary>What the operation does.</summary>
    public OperationType Operation { get; } = operation;
}

/// <summary>A named fragment, see section 2.8 of the specification.</summary>
public sealed class FragmentDefinitionNode(
    NameNode name,
    NamedTypeNode typeCondition,
    SelectionSetNode selectionSet,
    StringValueNode? description = null,
    ImmutableArray<DirectiveNode> directives = default,
    Location location = default
) : ExecutableDefinitionNode(description, name, [], directives, selectionSet, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FragmentDefinition;

    /// <summary>The fragment's name.</summary>
    public new NameNode Name => base.Name!;

    /// <summary>The type the fragment applies to.</summary>
    public NamedTypeNode TypeCondition { get; } = typeCondition;
}

/// <summary>A declared variable, see section 2.10 of the specification.</summary>
public sealed class VariableDefinitionNode(
    VariableNode variable,
    TypeNode type,
    ValueNode? defaultValue = null,
    StringValueNode? description = null,
    ImmutableArray<DirectiveNode> directives = default,
    Location location = default
) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.VariableDefinition;

    /// <summary>The documentation written before the variable.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The variable's name.</summary>
    public VariableNode Variable { get; } = variable;

    /// <summary>The declared type.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>The constant used when the request gives no value.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>The directives in the order they were written.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = OrEmpty(directives);
}

/// <summary>A set of selections, see section 2.4 of the specification.</summary>
public sealed class SelectionSetNode(ImmutableArray<SelectionNode> selections, Location location = default)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.SelectionSet;

    /// <summary>The selections in the order they were written.</summary>
    public ImmutableArray<SelectionNode> Selections { get; } = OrEmpty(selections);
}

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract class SelectionNode(ImmutableArray<DirectiveNode> directives, Location location) : SyntaxNode(location)
{
    /// <summary>The directives in the order they were written.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = OrEmpty(directives);
}

/// <summary>A selected field, see section 2.5 of the specification.</summary>
public sealed class FieldNode(
    NameNode name,
    NameNode? alias = null,
    ImmutableArray<ArgumentNode> arguments = default,
    ImmutableArray<DirectiveNode> directives = default,
    SelectionSetNode? selectionSet = null,
    Location location = default
) : SelectionNode(directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Field;

    /// <summary>The response name asked for, when it is not the field's own.</summary>
    public NameNode? Alias { get; } = alias;

    /// <summary>The field's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments in the order they were written.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = OrEmpty(arguments);

    /// <summary>What is selected of the field's value; null for a leaf.</summary>
    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The key of the field in the response: its alias, or else its name.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary>An argument of a field or a directive, see section 2.6 of the specification.</summary>
public sealed class ArgumentNode(NameNode name, ValueNode value, Location location = default) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Argument;

    /// <summary>The argument's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The argument's value.</summary>
    public ValueNode Value { get; } = value;
}

/// <summary>A use of a named fragment, see section 2.8 of the specification.</summary>
public sealed class FragmentSpreadNode(
    NameNode name,
    ImmutableArray<DirectiveNode> directives = default,
    Location location = default
) : SelectionNode(directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FragmentSpread;

    /// <summary>The fragment's name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A fragment without a name, see section 2.8.2 of the specification.</summary>
public sealed class InlineFragmentNode(
    SelectionSetNode selectionSet,
    NamedTypeNode? typeCondition = null,
    ImmutableArray<DirectiveNode> directives = default,
    Location location = default
) : SelectionNode(directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InlineFragment;

    /// <summary>The type the fragment applies to; null for the enclosing one.</summary>
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    /// <summary>What is selected.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>A directive as used, see section 2.12 of the specification.</summary>
public sealed class DirectiveNode(
    NameNode name,
    ImmutableArray<ArgumentNode> arguments = default,
    Location location = default
) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Directive;

    /// <summary>The directive's name, without the <c>@</c>.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments in the order they were written.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = OrEmpty(arguments);
}
