using System.Collections.Immutable;

namespace Cooperator.GraphQL.Language;

/// <summary>Prints nodes as GraphQL text, in the layout of the reference implementation. Reading the text again gives the same nodes.</summary>
public static class Printer
{
    // Where lists of arguments and values break.
    private const int MaxLineLength = 80;

    // Errors show values, which may come from anywhere; deep ones are not indented without end.
    private const int MaxErrorDepth = 100;

    /// <summary>The text of <paramref name="node"/>.</summary>
    public static string Print(SyntaxNode node) => Print(node, int.MaxValue);

    /// <summary>The text of <paramref name="node"/> as error messages show it.</summary>
    internal static string PrintForError(SyntaxNode node) => Print(node, MaxErrorDepth);

    private static string Print(SyntaxNode node, int maxDepth)
    {
        ArgumentNullException.ThrowIfNull(node);
        var buffer = new PrintBuffer();
        new NodePrinter(buffer).Node(node);
        return buffer.Render(maxDepth);
    }

    private readonly struct NodePrinter(PrintBuffer buffer)
    {
        public void Node(SyntaxNode node)
        {
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

        private void Operation(OperationDefinitionNode operation)
        {
            var isShorthand =
                operation is
                {
                    Operation: OperationType.Query,
                    Name: null,
                    Description: null,
                    VariableDefinitions: [],
                    Directives: []
                };
            if (!isShorthand)
            {
                Description(operation.Description);
                buffer.Write(operation.Operation.Keyword());
                if (operation.Name is not null || operation.VariableDefinitions is not [])
                {
                    buffer.Write(" " + operation.Name?.Value);
                }

                Group(operation.VariableDefinitions, GroupLayout.Stacked);
                Directives(operation.Directives);
                buffer.Write(" ");
            }

            SelectionSet(operation.SelectionSet);
        }

        private void Fragment(FragmentDefinitionNode fragment)
        {
            Description(fragment.Description);
            buffer.Write($"fragment {fragment.Name.Value} on {fragment.TypeCondition.Name.Value}");
            Directives(fragment.Directives);
            buffer.Write(" ");
            SelectionSet(fragment.SelectionSet);
        }

        private void Variable(VariableDefinitionNode variable)
        {
            Description(variable.Description);
            buffer.Write($"${variable.Variable.Name.Value}: ");
            Type(variable.Type);
            Default(variable.DefaultValue);
            Directives(variable.Directives);
        }

        private void SelectionSet(SelectionSetNode selectionSet)
        {
            if (selectionSet.Selections.IsEmpty)
            {
                buffer.Write("{}");
            }
            else
            {
                Block(selectionSet.Selections);
            }
        }

        private void Field(FieldNode field)
        {
            var start = buffer.Length;
            buffer.Write(field.Alias is null ? field.Name.Value : $"{field.Alias.Value}: {field.Name.Value}");
            if (!field.Arguments.IsEmpty)
            {
                var prefix = buffer.Length - start;
                var group = Items("(", field.Arguments);
                var isLong = prefix + buffer.LengthOf(group) + 2 > MaxLineLength;
                buffer.CloseGroup(group, ")", isLong ? GroupLayout.Indented : GroupLayout.OneLine);
            }

            Directives(field.Directives);
            if (field.SelectionSet is not null)
            {
                buffer.Write(" ");
                SelectionSet(field.SelectionSet);
            }
        }

        private void InlineFragment(InlineFragmentNode fragment)
        {
            buffer.Write(fragment.TypeCondition is null ? "..." : "... on " + fragment.TypeCondition.Name.Value);
            Directives(fragment.Directives);
            buffer.Write(" ");
            SelectionSet(fragment.SelectionSet);
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

        private void Value(ValueNode value)
        {
            switch (value)
            {
                case VariableNode n:
                    buffer.Write("$" + n.Name.Value);
                    break;
                case IntValueNode n:
                    buffer.Write(n.Value);
                    break;
                case FloatValueNode n:
                    buffer.Write(n.Value);
                    break;
                case StringValueNode { IsBlock: true } n:
                    buffer.WriteLines(BlockString.Print(n.Value));
                    break;
                case StringValueNode n:
                    buffer.Write(PrintedString.Of(n.Value));
                    break;
                case BooleanValueNode n:
                    buffer.Write(n.Value ? "true" : "false");
                    break;
                case NullValueNode:
                    buffer.Write("null");
                    break;
                case EnumValueNode n:
                    buffer.Write(n.Value);
                    break;
                case ListValueNode n:
                    Values("[", n.Values, "]");
                    break;
                case ObjectValueNode n:
                    Values("{ ", n.Fields, " }");
                    break;
            }
        }

        private void Values<T>(string open, ImmutableArray<T> values, string close)
            where T : SyntaxNode
        {
            var group = Items(open, values);
            var isLong = open.Length + buffer.LengthOf(group) + close.Length > MaxLineLength;
            buffer.CloseGroup(group, close, isLong ? GroupLayout.Indented : GroupLayout.OneLine);
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

        private void Definition(TypeSystemDefinitionNode definition)
        {
            Description(definition.Description);
            switch (definition)
            {
                case SchemaDefinitionNode n:
                    buffer.Write("schema");
                    Directives(n.Directives);
                    Body(n.OperationTypes);
                    break;
                case ScalarTypeDefinitionNode n:
                    buffer.Write("scalar " + n.Name.Value);
                    Directives(n.Directives);
                    break;
                case ObjectTypeDefinitionNode n:
                    FieldsType("type", n.Name, n.Interfaces, n.Directives, n.Fields);
                    break;
                case InterfaceTypeDefinitionNode n:
                    FieldsType("interface", n.Name, n.Interfaces, n.Directives, n.Fields);
                    break;
                case UnionTypeDefinitionNode n:
                    Union("union", n.Name, n.Directives, n.Types);
                    break;
                case EnumTypeDefinitionNode n:
                    Listing("enum", n.Name, n.Directives, n.Values);
                    break;
                case InputObjectTypeDefinitionNode n:
                    Listing("input", n.Name, n.Directives, n.Fields);
                    break;
                case DirectiveDefinitionNode n:
                    DirectiveDefinition(n);
                    break;
            }
        }

        private void Extension(TypeSystemExtensionNode extension)
        {
            switch (extension)
            {
                case SchemaExtensionNode n:
                    buffer.Write("extend schema");
                    Directives(n.Directives);
                    Body(n.OperationTypes);
                    break;
                case ScalarTypeExtensionNode n:
                    buffer.Write("extend scalar " + n.Name.Value);
                    Directives(n.Directives);
                    break;
                case ObjectTypeExtensionNode n:
                    FieldsType("extend type", n.Name, n.Interfaces, n.Directives, n.Fields);
                    break;
                case InterfaceTypeExtensionNode n:
                    FieldsType("extend interface", n.Name, n.Interfaces, n.Directives, n.Fields);
                    break;
                case UnionTypeExtensionNode n:
                    Union("extend union", n.Name, n.Directives, n.Types);
                    break;
                case EnumTypeExtensionNode n:
                    Listing("extend enum", n.Name, n.Directives, n.Values);
                    break;
                case InputObjectTypeExtensionNode n:
                    Listing("extend input", n.Name, n.Directives, n.Fields);
                    break;
                case DirectiveExtensionNode n:
                    buffer.Write("extend directive @" + n.Name.Value);
                    Directives(n.Directives);
                    break;
            }
        }

        private void FieldsType(
            string keyword,
            NameNode name,
            ImmutableArray<NamedTypeNode> interfaces,
            ImmutableArray<DirectiveNode> directives,
            ImmutableArray<FieldDefinitionNode> fields
        )
        {
            buffer.Write($"{keyword} {name.Value}");
            if (!interfaces.IsEmpty)
            {
                buffer.Write(" implements " + string.Join(" & ", interfaces.Select(type => type.Name.Value)));
            }

            Directives(directives);
            Body(fields);
        }

        private void Union(
            string keyword,
            NameNode name,
            ImmutableArray<DirectiveNode> directives,
            ImmutableArray<NamedTypeNode> types
        )
        {
            buffer.Write($"{keyword} {name.Value}");
            Directives(directives);
            if (!types.IsEmpty)
            {
                buffer.Write(" = " + string.Join(" | ", types.Select(type => type.Name.Value)));
            }
        }

        private void Listing<T>(
            string keyword,
            NameNode name,
            ImmutableArray<DirectiveNode> directives,
            ImmutableArray<T> items
        )
            where T : SyntaxNode
        {
            buffer.Write($"{keyword} {name.Value}");
            Directives(directives);
            Body(items);
        }

        private void FieldDefinition(FieldDefinitionNode field)
        {
            Description(field.Description);
            buffer.Write(field.Name.Value);
            Group(field.Arguments, GroupLayout.Indented);
            buffer.Write(": ");
            Type(field.Type);
            Directives(field.Directives);
        }

        private void InputValue(InputValueDefinitionNode input)
        {
            Description(input.Description);
            buffer.Write(input.Name.Value + ": ");
            Type(input.Type);
            Default(input.DefaultValue);
            Directives(input.Directives);
        }

        private void DirectiveDefinition(DirectiveDefinitionNode directive)
        {
            buffer.Write("directive @" + directive.Name.Value);
            Group(directive.Arguments, GroupLayout.Indented);
            Directives(directive.Directives);
            buffer.Write(directive.IsRepeatable ? " repeatable on " : " on ");
            buffer.Write(string.Join(" | ", directive.Locations.Select(name => name.Value)));
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
            for (var i = 0; i < items.Length; i++)
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
}
