using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Language;

public sealed class VisitorTests
{
    [Fact]
    public void Children_are_visited_in_the_order_they_are_written()
    {
        var visitor = new Recorder(_ => VisitAction.Continue);

        Assert.True(visitor.Visit(Parser.Parse("{ a: b(c: 1) @d { e } }")));

        Assert.Equal("a b c d e", string.Join(' ', visitor.Names));
        Assert.Equal(visitor.Entered, visitor.Left);
    }

    [Fact]
    public void A_skipped_node_is_neither_looked_into_nor_left()
    {
        var visitor = new Recorder(node => node is ArgumentNode ? VisitAction.Skip : VisitAction.Continue);

        Assert.True(visitor.Visit(Parser.Parse("{ a(c: 1) { e } }")));

        Assert.Equal("a e", string.Join(' ', visitor.Names));
        Assert.Equal(visitor.Entered - 1, visitor.Left);
    }

    [Fact]
    public void A_visit_can_be_broken_off()
    {
        var visitor = new Recorder(node => node is NameNode { Value: "b" } ? VisitAction.Break : VisitAction.Continue);

        Assert.False(visitor.Visit(Parser.Parse("{ a b c }")));

        Assert.Equal("a b", string.Join(' ', visitor.Names));
    }

    private sealed class Recorder(Func<SyntaxNode, VisitAction> decide) : SyntaxVisitor
    {
        public List<string> Names { get; } = [];

        public int Entered { get; private set; }

        public int Left { get; private set; }

        protected override VisitAction Enter(SyntaxNode node)
        {
            Entered++;
            if (node is NameNode name)
            {
                Names.Add(name.Value);
            }

            return decide(node);
        }

        protected override VisitAction Leave(SyntaxNode node)
        {
            Left++;
            return VisitAction.Continue;
        }
    }
}
