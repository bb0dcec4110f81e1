using System.Threading.Channels;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Platform.Events;
using Cooperator.Api.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cooperator.Api.Tests.Database;

/// <summary>Nothing that was committed is missed, nothing that was not is told.</summary>
public sealed class EventRelayTests(TestHouse house, DatabaseServer server) : IClassFixture<TestHouse>
{
    [Fact]
    public async Task A_committed_event_is_told_with_its_facts()
    {
        // arrange
        var coop = await house.AddCoopAsync("facts");
        await using var told = await Told.StartAsync(house);

        // act
        await AddBuildingAsync(coop, "Vorderhaus");

        // assert
        var happened = await told.NextOfAsync(coop);
        Assert.Equal(("building.added", "building"), (happened.Kind, happened.SubjectType));
        Assert.Equal("Vorderhaus", happened.Payload.GetProperty("name").GetString());
        Assert.Equal(house.Clock.Now, happened.At);
    }

    [Fact]
    public async Task What_is_rolled_back_is_never_told()
    {
        var coop = await house.AddCoopAsync("rolled-back");
        await using var told = await Told.StartAsync(house);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            house.WriteAsync(
                coop,
                async db =>
                {
                    db.Add(new Building("Never built", null));
                    await db.SaveChangesAsync();
                    throw new InvalidOperationException();
                }
            )
        );
        await AddBuildingAsync(coop, "Built");

        Assert.Equal("Built", (await told.NextOfAsync(coop)).Payload.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_transaction_that_began_first_and_commits_last_is_not_skipped_and_keeps_nobody_waiting()
    {
        // arrange
        var coop = await house.AddCoopAsync("late-commit");
        await using var told = await Told.StartAsync(house);
        var written = new TaskCompletionSource();
        var commit = new TaskCompletionSource();

        // act
        var early = house.WriteAsync(
            coop,
            async db =>
            {
                db.Add(new Building("Early", null));
                await db.SaveChangesAsync();
                written.SetResult();
                await commit.Task;
            }
        );
        await written.Task;
        await AddBuildingAsync(coop, "Later");
        var first = await told.NextOfAsync(coop);
        await AddBuildingAsync(coop, "Later still");
        var second = await told.NextOfAsync(coop);
        commit.SetResult();
        await early;
        var third = await told.NextOfAsync(coop);

        // assert
        var names = new[] { first, second, third }.Select(e => e.Payload.GetProperty("name").GetString());
        Assert.Equal(["Later", "Later still", "Early"], names);
    }

    [Fact]
    public async Task Of_many_writers_at_once_every_event_is_told_once_and_without_delay()
    {
        var coop = await house.AddCoopAsync("many-writers");
        await using var told = await Told.StartAsync(house);

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async writer =>
                {
                    for (var i = 0; i < 25; i++)
                    {
                        await AddBuildingAsync(coop, $"{writer}-{i}");
                    }
                })
        );
        var names = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            names.Add((await told.NextOfAsync(coop)).Payload.GetProperty("name").GetString()!);
        }

        Assert.Equal(200, names.Distinct().Count());
        await AddBuildingAsync(coop, "Last");
        Assert.Equal("Last", (await told.NextOfAsync(coop)).Payload.GetProperty("name").GetString());
    }

    [Fact]
    public async Task After_its_connection_was_killed_it_tells_what_happened_meanwhile()
    {
        // arrange
        var coop = await house.AddCoopAsync("killed");
        await using var told = await Told.StartAsync(house);

        // act
        await server.ExecuteAsync($"SELECT pg_terminate_backend({told.ProcessId}, 5000)");
        await AddBuildingAsync(coop, "While away");

        // assert
        Assert.Equal("While away", (await told.NextOfAsync(coop)).Payload.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_consumer_that_fails_does_not_keep_the_event_from_others()
    {
        var coop = await house.AddCoopAsync("failing");
        await using var told = await Told.StartAsync(house, new Failing());

        await AddBuildingAsync(coop, "Told anyway");

        Assert.Equal("building.added", (await told.NextOfAsync(coop)).Kind);
    }

    private Task AddBuildingAsync(Coop coop, string name) =>
        house.WriteAsync(
            coop,
            db =>
            {
                db.Add(new Building(name, null));
                return Task.CompletedTask;
            }
        );

    private sealed class Failing : IEventConsumer
    {
        public ValueTask ConsumeAsync(CoopEvent happened, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("This consumer fails.");
    }

    private sealed class Told : IEventConsumer, IAsyncDisposable
    {
        private readonly Channel<CoopEvent> _events = Channel.CreateUnbounded<CoopEvent>();
        private readonly EventRelay _relay;

        private Told(TestHouse house, IEnumerable<IEventConsumer> before) =>
            _relay = new EventRelay(
                house.Connections,
                [.. before, this],
                [],
                NullLogger<EventRelay>.Instance,
                TimeProvider.System
            );

        public int? ProcessId => _relay.ProcessId;

        public static async Task<Told> StartAsync(TestHouse house, params IEventConsumer[] before)
        {
            var told = new Told(house, before);
            await told._relay.StartAsync(default);
            await told._relay.Listening;
            return told;
        }

        public async Task<CoopEvent> NextOfAsync(Coop coop)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            while (true)
            {
                var happened = await _events.Reader.ReadAsync(patience.Token);
                if (happened.CoopId == coop.Id && happened.SubjectType == "building")
                {
                    return happened;
                }
            }
        }

        public ValueTask ConsumeAsync(CoopEvent happened, CancellationToken cancellationToken) =>
            _events.Writer.WriteAsync(happened, cancellationToken);

        public async ValueTask DisposeAsync()
        {
            await _relay.StopAsync(default);
            _relay.Dispose();
        }
    }
}
