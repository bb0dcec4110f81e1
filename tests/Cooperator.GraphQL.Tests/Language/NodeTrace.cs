using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Language;

/// <summary>All of a tree but its places, as one text.</summary>
internal sealed class NodeTrace : SyntaxVisitor
{
    private readonly List<string> _lines = [];

    public static string Of(SyntaxNode node)
    {
        var trace = new NodeTrace();
        trace.Visit(node);
        return string.Join('\n', trace._lines);
    }

    protected override VisitAction Enter(SyntaxNode node)
    {
        var value = node switch
        {
            NameNode n => n.Value,
            IntValueNode n => n.Value,
            FloatValueNode n => n.Value,
            StringValueNode n => $"{n.IsBlock} {n.Value}",
            BooleanValueNode n => n.Value.ToString(),
            EnumValueNode n => n.Value,
            OperationDefinitionNode n => n.Operation.ToString(),
            OperationTypeDefinitionNode n => n.Operation.ToString(),
            DirectiveDefinitionNode n => n.IsRepeatable.ToString(),
            _ => "",
        };
        _lines.Add($"{node.Kind} {value}");
        return VisitAction.Continue;
    }

    protected override VisitAction Leave(SyntaxNode node)
    {
        _lines.Add($"/{node.Kind}");
        return VisitAction.Continue;
    }
}
