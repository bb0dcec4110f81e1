using System.Text;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Differential.Mutating;

/// <summary>Takes whole nodes away, doubles them, or puts others of their kind in their place: what comes out is nearly always grammar.</summary>
internal static class TreeMutator
{
    public static string Mutate(string text, Random random)
    {
        var source = new Source(text);
        var nodes = NodesOf(source);
        if (nodes.Count == 0)
        {
            return text;
        }

        var target = nodes[random.Next(nodes.Count)];
        var own = TextOf(target);
        return random.Next(4) switch
        {
            0 => Replace(target, ""),
            1 => Replace(target, $"{own} {own}"),
            2 => Replace(target, $"{own} {TextOf(Other())}"),
            _ => Replace(target, TextOf(Other())),
        };

        SyntaxNode Other()
        {
            var family = nodes.Where(node => FamilyOf(node) == FamilyOf(target)).ToList();
            return family[random.Next(family.Count)];
        }

        string TextOf(SyntaxNode node) =>
            Encoding.UTF8.GetString(source.Utf8.Span[node.Location.Start..node.Location.End]);

        string Replace(SyntaxNode node, string by) => TreeMutator.Replace(source, node, by);
    }

    /// <summary>Every node of a document but the document; none when the text is not one.</summary>
    public static List<SyntaxNode> NodesOf(Source source)
    {
        try
        {
            return Collector.NodesOf(Parser.Parse(source, new ParserOptions { MaxTokens = int.MaxValue }));
        }
        catch (GraphQLException)
        {
            return [];
        }
    }

    /// <summary>The text with something else in a node's place.</summary>
    public static string Replace(Source source, SyntaxNode node, string by) =>
        Encoding.UTF8.GetString(source.Utf8.Span[..node.Location.Start])
        + by
        + Encoding.UTF8.GetString(source.Utf8.Span[node.Location.End..]);

    // Nodes that may stand in each other's place.
    private static Type FamilyOf(SyntaxNode node) =>
        node switch
        {
            ValueNode => typeof(ValueNode),
            TypeNode => typeof(TypeNode),
            SelectionNode => typeof(SelectionNode),
            DefinitionNode => typeof(DefinitionNode),
            _ => node.GetType(),
        };

    private sealed class Collector : SyntaxVisitor
    {
        private readonly List<SyntaxNode> _nodes = [];

        public static List<SyntaxNode> NodesOf(DocumentNode document)
        {
            var collector = new Collector();
            collector.Visit(document);
            return collector._nodes;
        }

        protected override VisitAction Enter(SyntaxNode node)
        {
            if (node is not DocumentNode)
            {
                _nodes.Add(node);
            }

            return VisitAction.Continue;
        }
    }
}
