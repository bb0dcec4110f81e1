using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>Finds <c>@defer</c> and <c>@stream</c> in documents and reads their arguments.</summary>
internal static class IncrementalDirectives
{
    /// <summary>Whether a document uses one of them and the schema has it.</summary>
    public static bool AreUsed(Schema schema, DocumentNode document) =>
        (schema.Directives.TryGet("defer", out _) || schema.Directives.TryGet("stream", out _))
        && !new Search().Visit(document);

    public static string? Label(DirectiveNode directive) => (Argument(directive, "label") as StringValueNode)?.Value;

    public static ValueNode? Argument(DirectiveNode directive, string name)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name.Value == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private sealed class Search : SyntaxVisitor
    {
        protected override VisitAction Enter(SyntaxNode node) =>
            node is DirectiveNode { Name.Value: "defer" or "stream" } ? VisitAction.Break : VisitAction.Continue;
    }
}
