using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Cooperator.GraphQL.Language;

/// <summary>Writes nodes into a <see cref="PrintBuffer"/>.</summary>
internal readonly partial struct NodePrinter(PrintBuffer buffer)
{
    /// <exception cref="InsufficientExecutionStackException">The nodes are nested more deeply than the thread's stack allows.</exception>
    public void Node(SyntaxNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case NameNode n:
                buffer.Write(n.Value);
                break;
            case ValueNode n:
                Value(n);
                break;
            case TypeNode n:
                Type(n);
                break;
            case DocumentNode n:
                Document(n);
                break;
            case OperationDefinitionNode n:
                Operation(n);
                break;
            case FragmentDefinitionNode n:
                Fragment(n);
                break;
            case VariableDefinitionNode n:
                Variable(n);
                break;
            case SelectionSetNode n:
                SelectionSet(n);
                break;
            case FieldNode n:
                Field(n);
                break;
            case FragmentSpreadNode n:
                buffer.Write("..." + n.Name.Value);
                Directives(n.Directives);
                break;
            case InlineFragmentNode n:
                InlineFragment(n);
                break;
            case ArgumentNode n:
                Pair(n.Name, n.Value);
                break;
            case ObjectFieldNode n:
                Pair(n.Name, n.Value);
                break;
            case DirectiveNode n:
                Directive(n);
                break;
            case TypeSystemDefinitionNode n:
                Definition(n);
                break;
            case TypeSystemExtensionNode n:
                Extension(n);
                break;
            case OperationTypeDefinitionNode n:
                buffer.Write(n.Operation.Keyword() + ": " + n.Type.Name.Value);
                break;
            case FieldDefinitionNode n:
                FieldDefinition(n);
                break;
            case InputValueDefinitionNode n:
                InputValue(n);
                break;
            case EnumValueDefinitionNode n:
                Description(n.Description);
                buffer.Write(n.Name.Value);
                Directives(n.Directives);
                break;
            default:
                throw new ArgumentException($"Unknown node {node.Kind}.", nameof(node));
        }
    }

    private void Document(DocumentNode document)
    {
        for (var i = 0; i < document.Definitions.Length; i++)
        {
            if (i > 0)
            {
                buffer.NewLine();
                buffer.NewLine();
            }

            Node(document.Definitions[i]);
        }
    }

    private void Pair(NameNode name, ValueNode value)
    {
        buffer.Write(name.Value + ": ");
        Value(value);
    }

    private void Directive(DirectiveNode directive)
    {
        buffer.Write("@" + directive.Name.Value);
        if (!directive.Arguments.IsEmpty)
        {
            var group = Items("(", directive.Arguments);
            buffer.CloseGroup(group, ")", GroupLayout.OneLine);
        }
    }

    private void Type(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode n:
                buffer.Write(n.Name.Value);
                break;
            case ListTypeNode n:
                buffer.Write("[");
                Type(n.Type);
                buffer.Write("]");
                break;
            case NonNullTypeNode n:
                Type(n.Type);
                buffer.Write("!");
                break;
        }
    }

    private void Description(StringValueNode? description)
    {
        if (description is not null)
        {
            Value(description);
            buffer.NewLine();
        }
    }

    private void Default(ValueNode? value)
    {
        if (value is not null)
        {
            buffer.Write(" = ");
            Value(value);
        }
    }

    private void Directives(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            buffer.Write(" ");
            Directive(directive);
        }
    }

    /// <summary>Items between parentheses, on several lines when one of them needs several itself.</summary>
    private void Group<T>(ImmutableArray<T> items, GroupLayout onSeveralLines)
        where T : SyntaxNode
    {
        if (!items.IsEmpty)
        {
            var group = Items("(", items);
            buffer.CloseGroup(group, ")", buffer.HasLines(group) ? onSeveralLines : GroupLayout.OneLine);
        }
    }

    /// <summary>A space and a block, or nothing.</summary>
    private void Body<T>(ImmutableArray<T> items)
        where T : SyntaxNode
    {
        if (!items.IsEmpty)
        {
            buffer.Write(" ");
            Block(items);
        }
    }

    private void Block<T>(ImmutableArray<T> items)
        where T : SyntaxNode
    {
        var group = Items("{", items);
        buffer.CloseGroup(group, "}", GroupLayout.Indented);
    }

    private int Items<T>(string open, ImmutableArray<T> items)
        where T : SyntaxNode
    {
        var group = buffer.OpenGroup(open);
        for (var i = 0; i < items.Length && !buffer.IsFull; i++)
        {
            if (i > 0)
            {
                buffer.Separate(group);
            }

            Node(items[i]);
        }

        return group;
    }
}
