using Cooperator.GraphQL.Redis;

namespace Cooperator.GraphQL.Tests.Redis;

/// <summary>How much one reply may bring.</summary>
public sealed class ReadShareTests
{
    [Theory]
    [InlineData(1, 256)]
    [InlineData(2, 128)]
    [InlineData(32, 8)]
    [InlineData(5000, 8)]
    public void All_topics_together_bring_what_one_reply_should_hold_unless_they_are_very_many(
        int topics,
        int ofEach
    ) => Assert.Equal(ofEach, new ReadShare().OfEach(topics));

    [Fact]
    public void A_topic_that_is_behind_while_others_are_quiet_gets_what_they_leave()
    {
        var share = new ReadShare();
        var asked = new List<int>();
        for (var read = 0; read < 6; read++)
        {
            asked.Add(share.OfEach(20));
            share.Learn(asked[^1], asked[^1]);
        }

        Assert.Equal([12, 24, 48, 96, 192, 192], asked);
        share.Learn(3, 3);
        Assert.Equal(12, share.OfEach(20));
    }

    [Fact]
    public void When_many_are_behind_each_gets_its_share_again()
    {
        var share = new ReadShare();
        share.Learn(share.OfEach(20), 12);
        share.Learn(20 * share.OfEach(20), 24);
        Assert.Equal(12, share.OfEach(20));
    }
}
