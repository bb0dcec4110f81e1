using Cooperator.GraphQL.Redis;

namespace Cooperator.GraphQL.Tests.Redis;

/// <summary>A server that says hello and then nothing more, as a network does that swallows everything.</summary>
public sealed class SilentRedisTests
{
    private readonly CancellationToken _deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token;

    [Fact]
    public async Task A_connection_that_has_fallen_silent_is_not_asked_again()
    {
        await using var server = await RedisServer.StartAsync();
        await using var gate = new NetworkGate(server.Port);
        await using var topics = new RedisTopics(Impatient(gate));
        gate.SilenceNext();

        await Assert.ThrowsAsync<RedisConnectionException>(async () => await topics.SendAsync("t", 1, _deadline));

        await topics.SendAsync("t", 2, _deadline);
    }

    [Fact]
    public async Task It_is_given_up_also_when_no_caller_waits_long_enough()
    {
        await using var server = await RedisServer.StartAsync();
        await using var gate = new NetworkGate(server.Port);
        await using var topics = new RedisTopics(Impatient(gate));
        gate.SilenceNext();

        for (var sent = false; !sent; )
        {
            _deadline.ThrowIfCancellationRequested();
            using var hurry = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
            try
            {
                await topics.SendAsync("t", 1, hurry.Token);
                sent = true;
            }
            catch (Exception e) when (e is OperationCanceledException or RedisConnectionException)
            {
                // Not this time.
            }
        }
    }

    [Fact]
    public async Task A_follower_whose_connection_falls_silent_at_once_takes_another()
    {
        await using var server = await RedisServer.StartAsync();
        await using var gate = new NetworkGate(server.Port);
        await using var topics = new RedisTopics(Impatient(gate));
        // The connection for commands is there already, so the next one is the follower's.
        await topics.SendAsync("t", 1, _deadline);
        gate.SilenceNext();

        await using var stream = await topics.SubscribeAsync<int>("t", _deadline);
        await using var events = stream.GetAsyncEnumerator(_deadline);
        await topics.SendAsync("t", 2, _deadline);

        Assert.True(await events.MoveNextAsync());
        Assert.Equal(2, events.Current);
    }

    [Fact]
    public async Task A_connection_that_was_closed_refuses_as_one_that_was_lost()
    {
        await using var server = await RedisServer.StartAsync();
        var connection = await RedisConnection.ConnectAsync(server.Options, _deadline);
        await connection.DisposeAsync();

        await Assert.ThrowsAsync<RedisConnectionException>(() => connection.SendAsync(_deadline, "PING"));
    }

    private static RedisOptions Impatient(NetworkGate gate) =>
        new() { Port = gate.Port, Timeout = TimeSpan.FromSeconds(2) };
}
