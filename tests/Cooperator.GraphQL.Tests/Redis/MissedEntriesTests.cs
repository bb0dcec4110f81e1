using Cooperator.GraphQL.Redis;

namespace Cooperator.GraphQL.Tests.Redis;

/// <summary>What a node can know of entries it has not read. Streams are kept for 100 milliseconds here.</summary>
public sealed class MissedEntriesTests
{
    private static readonly StreamPosition Here = new(1000, 0);

    [Fact]
    public void A_topic_that_never_had_an_entry_is_no_alarm() =>
        Assert.Null(UpTo(null, StreamPosition.Start, now: 5000, outOfDate: 4000));

    [Fact]
    public void A_topic_that_was_quiet_until_the_server_forgot_it_is_no_alarm() =>
        Assert.Null(UpTo(null, Here, now: 5000, outOfDate: 99));

    [Fact]
    public void Who_was_away_until_the_server_forgot_the_topic_may_have_missed_something() =>
        Assert.Equal(StreamPosition.End, UpTo(null, Here, now: 5000, outOfDate: 100));

    [Fact]
    public void A_topic_that_is_gone_before_its_time_was_lost() =>
        Assert.Equal(StreamPosition.End, UpTo(null, Here, now: 1099, outOfDate: 10));

    [Fact]
    public void A_topic_that_was_forgotten_and_made_anew_is_no_alarm_to_who_was_there() =>
        Assert.Null(UpTo(new(false, new(1100, 0), new(1200, 0)), Here, now: 1200, outOfDate: 99));

    [Theory]
    [InlineData(1100, 100)]
    [InlineData(1099, 10)]
    public void A_topic_made_anew_while_away_or_before_its_time_is_an_alarm(ulong first, int outOfDate) =>
        Assert.Equal(
            new StreamPosition(first, 0),
            UpTo(new(false, new(first, 0), new(1200, 0)), Here, now: 1200, outOfDate)
        );

    [Fact]
    public void The_first_entries_of_a_topic_are_all_there() =>
        Assert.Null(UpTo(new(false, new(1100, 0), new(1200, 0)), StreamPosition.Start, now: 1200, outOfDate: 500));

    [Fact]
    public void Where_the_last_entry_read_is_still_there_nothing_is_missing() =>
        Assert.Null(UpTo(new(true, Here, new(1200, 0)), Here, now: 1200, outOfDate: 500));

    [Fact]
    public void Where_it_was_dropped_others_may_be_too()
    {
        Assert.Equal(new(1000, 1), UpTo(new(true, new(1000, 1), new(1200, 0)), Here, now: 1200, outOfDate: 1));
        Assert.Equal(StreamPosition.End, UpTo(new(true, null, new(1200, 0)), Here, now: 1200, outOfDate: 1));
        Assert.Null(UpTo(new(true, null, Here), Here, now: 1200, outOfDate: 1));
    }

    [Fact]
    public void A_server_that_is_back_with_older_data_is_an_alarm() =>
        Assert.Equal(StreamPosition.End, UpTo(new(false, new(1, 0), new(999, 0)), Here, now: 1200, outOfDate: 1));

    private static StreamPosition? UpTo(StreamInfo? stream, StreamPosition here, long now, int outOfDate) =>
        MissedEntries.UpTo(
            stream,
            here,
            DateTimeOffset.FromUnixTimeMilliseconds(now),
            TimeSpan.FromMilliseconds(outOfDate),
            TimeSpan.FromMilliseconds(100)
        );
}
