using System.Threading.Channels;
using Cooperator.GraphQL.Redis;
using Cooperator.GraphQL.Subscriptions;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cooperator.GraphQL.Tests.Redis;

/// <summary>Subscribers are told when the server no longer has what they have not read, for whatever reason.</summary>
public sealed class MissedEventsTests
{
    private readonly CancellationToken _deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_topic_forgotten_while_a_node_was_cut_off_is_told_also_when_it_was_made_anew(bool anew)
    {
        await using var server = await RedisServer.StartAsync();
        await using var gate = new NetworkGate(server.Port);
        await using var keeper = new RedisTopics(server.Options);
        await using var sender = new RedisTopics(Forgetful(server.Options, server.Port));
        await using var reader = new RedisTopics(Forgetful(server.Options, gate.Port));
        await using var stream = await reader.SubscribeAsync<int>("t", _deadline);
        await using var events = stream.GetAsyncEnumerator(_deadline);
        await keeper.SendAsync("t", 0, _deadline);
        Assert.True(await events.MoveNextAsync());

        gate.Close();
        await sender.SendAsync("t", 1, _deadline);
        await UntilForgottenAsync(server, "topic:t");
        if (anew)
        {
            await sender.SendAsync("t", 2, _deadline);
        }

        gate.Open();

        await Assert.ThrowsAsync<MissedEventsException>(async () => await events.MoveNextAsync());
    }

    [Fact]
    public async Task A_server_that_has_lost_its_data_is_told()
    {
        await using var server = await RedisServer.StartAsync();
        await using var gate = new NetworkGate(server.Port);
        await using var sender = new RedisTopics(server.Options);
        await using var reader = new RedisTopics(new RedisOptions { Port = gate.Port });
        await using var stream = await reader.SubscribeAsync<int>("t", _deadline);
        await using var quiet = await reader.SubscribeAsync<int>("quiet", _deadline);
        await using var events = stream.GetAsyncEnumerator(_deadline);
        await using var quietEvents = quiet.GetAsyncEnumerator(_deadline);
        await sender.SendAsync("t", 0, _deadline);
        Assert.True(await events.MoveNextAsync());

        gate.Close();
        await using (var connection = await RedisConnection.ConnectAsync(server.Options, _deadline))
        {
            await connection.SendAsync(_deadline, "FLUSHALL");
        }

        gate.Open();

        await Assert.ThrowsAsync<MissedEventsException>(async () => await events.MoveNextAsync());
        await sender.SendAsync("quiet", 1, _deadline);
        Assert.True(await quietEvents.MoveNextAsync());
    }

    [Fact]
    public async Task Entries_dropped_while_earlier_ones_are_handled_are_told_before_the_later_ones()
    {
        await using var server = await RedisServer.StartAsync("--stream-node-max-entries", "10");
        var options = server.Options;
        options.KeptEvents = 20;
        await using var sender = new RedisTopics(options);
        var told = Channel.CreateUnbounded<string>();
        using var handled = new SemaphoreSlim(0);
        await using var follower = new TopicFollower(
            options,
            (_, _, fields) =>
            {
                told.Writer.TryWrite(fields.Items[1].Text);
                handled.Wait(_deadline);
            },
            (topic, _) => told.Writer.TryWrite($"missed of {topic}"),
            NullLogger.Instance
        );
        follower.Follow("t", StreamPosition.Start);
        await sender.SendAsync("t", 0, _deadline);
        Assert.Equal("0", await told.Reader.ReadAsync(_deadline));

        for (var number = 1; number <= 100; number++)
        {
            await sender.SendAsync("t", number, _deadline);
        }

        handled.Release(1000);

        Assert.Equal("missed of t", await told.Reader.ReadAsync(_deadline));
    }

    private static RedisOptions Forgetful(RedisOptions options, int port) =>
        new()
        {
            Port = port,
            Timeout = options.Timeout,
            KeptFor = TimeSpan.FromMilliseconds(300),
        };

    private async Task UntilForgottenAsync(RedisServer server, string key)
    {
        await using var connection = await RedisConnection.ConnectAsync(server.Options, _deadline);
        while ((await connection.SendAsync(_deadline, "EXISTS", key)).Number != 0)
        {
            await Task.Delay(5, _deadline);
        }
    }
}
