using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.GraphQL.Tests.Subscriptions;

/// <summary>What senders and subscribers of one process can rely on.</summary>
public sealed class InMemoryTopicsTests
{
    private readonly InMemoryTopics _topics = new();

    [Fact]
    public async Task Every_event_after_subscribing_comes_in_order()
    {
        await _topics.SendAsync("t", 0);
        await using var stream = await _topics.SubscribeAsync<int>("t");
        for (var number = 1; number <= 500; number++)
        {
            await _topics.SendAsync("t", number);
        }

        await _topics.CompleteAsync("t");

        Assert.Equal(Enumerable.Range(1, 500), await ReadAsync(stream));
    }

    [Fact]
    public async Task Subscribers_of_one_topic_all_see_the_same_order_whoever_sends()
    {
        await using var first = await _topics.SubscribeAsync<int>("t");
        await using var second = await _topics.SubscribeAsync<int>("t");
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(sender =>
                    Task.Run(async () =>
                    {
                        for (var number = 0; number < 100; number++)
                        {
                            await _topics.SendAsync("t", (sender * 1000) + number);
                        }
                    })
                )
        );
        await _topics.CompleteAsync("t");

        var seen = await ReadAsync(first);
        Assert.Equal(seen, await ReadAsync(second));
        Assert.Equal(800, seen.Count);
        Assert.All(seen.GroupBy(number => number / 1000), group => Assert.Equal(group.Order(), group));
    }

    [Fact]
    public async Task Topics_do_not_mix()
    {
        await using var stream = await _topics.SubscribeAsync<int>("a");
        await _topics.SendAsync("b", 1);
        await _topics.SendAsync("a", 2);
        await _topics.CompleteAsync("a");

        Assert.Equal([2], await ReadAsync(stream));
    }

    [Fact]
    public async Task A_subscriber_that_does_not_read_is_ended_and_told_and_never_holds_up_the_sender()
    {
        await using var slow = await _topics.SubscribeAsync<int>("t");
        await using var swift = await _topics.SubscribeAsync<int>("t");
        var read = new List<int>();
        var events = swift.GetAsyncEnumerator();
        for (var number = 0; number <= InMemoryTopics.BufferSize; number++)
        {
            var sending = _topics.SendAsync("t", number);
            Assert.True(sending.IsCompletedSuccessfully);
            Assert.True(await events.MoveNextAsync());
            read.Add(events.Current);
        }

        var end = await Assert.ThrowsAsync<SlowSubscriberException>(() => ReadAsync(slow));

        Assert.Equal("SLOW_SUBSCRIBER", end.Errors[0].Extensions!["code"]);
        Assert.Equal(InMemoryTopics.BufferSize + 1, read.Count);
        Assert.Equal(1, _topics.SubscriberCount);
        await events.DisposeAsync();
    }

    [Fact]
    public async Task What_was_buffered_before_the_end_is_still_read()
    {
        await using var slow = await _topics.SubscribeAsync<int>("t");
        for (var number = 0; number <= InMemoryTopics.BufferSize; number++)
        {
            await _topics.SendAsync("t", number);
        }

        var read = new List<int>();
        await Assert.ThrowsAsync<SlowSubscriberException>(async () =>
        {
            await foreach (var number in slow)
            {
                read.Add(number);
            }
        });

        Assert.Equal(Enumerable.Range(0, InMemoryTopics.BufferSize), read);
    }

    [Fact]
    public async Task Cancelling_a_reader_leaves_nothing_behind()
    {
        using var cancellation = new CancellationTokenSource();
        var stream = await _topics.SubscribeAsync<int>("t");
        var reading = Task.Run(async () =>
        {
            await foreach (var _ in stream.WithCancellation(cancellation.Token)) { }
        });
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal((0, 0), (_topics.SubscriberCount, _topics.TopicCount));
    }

    [Fact]
    public async Task Disposing_a_stream_that_was_never_read_leaves_nothing_behind()
    {
        var stream = await _topics.SubscribeAsync<int>("t");
        await stream.DisposeAsync();
        await stream.DisposeAsync();
        await _topics.SendAsync("t", 1);

        Assert.Equal((0, 0), (_topics.SubscriberCount, _topics.TopicCount));
        Assert.Empty(await ReadAsync(stream));
    }

    private static async Task<List<T>> ReadAsync<T>(ISourceStream<T> stream)
    {
        var events = new List<T>();
        await foreach (var item in stream)
        {
            events.Add(item);
        }

        return events;
    }
}
