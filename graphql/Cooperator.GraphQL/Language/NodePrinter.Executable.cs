using System.Collections.Immutable;

namespace Cooperator.GraphQL.Language;

internal readonly partial struct NodePrinter
{
    // Where lists of arguments and values break.
    private const int MaxLineLength = 80;

    private void Operation(OperationDefinitionNode operation)
    {
        var isShorthand =
            operation is
            { Operation: OperationType.Query, Name: null, Description: null, VariableDefinitions: [], Directives: [] };
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
                buffer.WriteLines(BlockString.Print(buffer.Limited(n.Value)));
                break;
            case StringValueNode n:
                buffer.Write(PrintedString.Of(buffer.Limited(n.Value)));
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
}
