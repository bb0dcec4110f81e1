using System.Collections.Concurrent;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Features.Webhooks;
using Cooperator.Api.Tests.Platform;
using Cooperator.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cooperator.Api.Tests.Features.Notifications;

/// <summary>What is due in many co-ops goes out of each, whatever the receivers of the others do.</summary>
public sealed class DeliveryRoundsTests(DeliveryRoundsTests.House house) : IClassFixture<DeliveryRoundsTests.House>
{
    [Fact]
    public async Task Neither_a_receiver_that_says_nothing_nor_a_failure_holds_up_other_co_ops()
    {
        var never = new TaskCompletionSource<Outcome>();
        var (broken, silent) = (await AddCoopAsync("a-broken"), await AddCoopAsync("b-silent"));
        var good = await AddCoopAsync("c-good");
        house.Due[broken.Id] = () => throw new InvalidOperationException("It is broken.");
        house.Due[silent.Id] = () => [new Parcel("silent", never.Task)];
        house.Due[good.Id] = Once(new Parcel("good", Task.FromResult(Outcome.Sent)));
        using var rounds = Rounds();

        await rounds.StartAsync(default);
        await Eventually.HoldsAsync(() => Task.FromResult(house.Recorded.ContainsKey("good")));

        Assert.False(house.Recorded.ContainsKey("silent"));
        never.SetResult(Outcome.Sent);
        house.Due.Clear();
        await rounds.StopAsync(default);
    }

    [Fact]
    public async Task What_was_sent_is_written_down_also_when_the_end_of_the_process_cuts_off_another()
    {
        var coop = await AddCoopAsync("ending");
        house.Due[coop.Id] = Once(new Parcel("taken", Task.FromResult(Outcome.Sent)), new Parcel("cut off", Never));
        using var rounds = Rounds();
        await rounds.StartAsync(default);
        await Eventually.HoldsAsync(() => Task.FromResult(house.Tried.Contains("cut off")));

        await rounds.StopAsync(default);

        Assert.Equal(Attempt.Sent, house.Recorded["taken"].Attempt);
        Assert.False(house.Recorded.ContainsKey("cut off"));
        house.Due.Clear();
    }

    private static Task<Outcome> Never => new TaskCompletionSource<Outcome>().Task;

    private static Func<IReadOnlyList<Parcel>> Once(params Parcel[] parcels)
    {
        var left = new Queue<Parcel[]>([parcels]);
        return () => left.TryDequeue(out var some) ? some : [];
    }

    private DeliveryRounds<Parcel> Rounds() =>
        new(
            house.Services.GetRequiredService<CoopScopes>(),
            new WaitingCoops(house.Services.GetRequiredService<IServiceScopeFactory>(), house.Clock),
            house.Services.GetRequiredService<DeliverySignal>(),
            house.Services.GetRequiredService<IServiceScopeFactory>(),
            house.Clock,
            NullLogger<DeliveryRounds<Parcel>>.Instance
        );

    /// <summary>A co-op in which something is due, as the database sees it.</summary>
    private async Task<Coop> AddCoopAsync(string slug)
    {
        var coop = await house.AddCoopAsync(slug);
        await house.WriteAsync(
            coop,
            db =>
            {
                var webhook = new Webhook("https://192.0.2.1/hook", [], "sealed", house.Clock.Now);
                db.AddRange(webhook, Delivery.ToWebhook(webhook.Id, null, "webhook.test", "{}", house.Clock.Now));
                return Task.CompletedTask;
            }
        );
        return coop;
    }

    internal sealed record Parcel(string Name, Task<Outcome> Ending) : IParcel
    {
        public static DeliveryChannel Channel => DeliveryChannel.Webhook;
    }

    public sealed class House(DatabaseServer server) : TestHouse(server)
    {
        internal ConcurrentDictionary<Guid, Func<IReadOnlyList<Parcel>>> Due { get; } = [];

        internal ConcurrentBag<string> Tried { get; } = [];

        internal ConcurrentDictionary<string, Outcome> Recorded { get; } = [];

        protected override void Add(IServiceCollection services) =>
            services.AddSingleton(this).AddScoped<ICarrier<Parcel>, Carrier>();
    }

    private sealed class Carrier(House house, CurrentCoop coop) : ICarrier<Parcel>
    {
        public Task<IReadOnlyList<Parcel>> TakeAsync(CancellationToken ct) =>
            Task.FromResult(house.Due.TryGetValue(coop.RequiredId, out var take) ? take() : []);

        public Task<Outcome> SendAsync(Parcel parcel, CancellationToken ct)
        {
            house.Tried.Add(parcel.Name);
            return parcel.Ending.WaitAsync(ct);
        }

        public Task RecordAsync(IReadOnlyList<(Parcel Parcel, Outcome Outcome)> sent, CancellationToken ct)
        {
            foreach (var (parcel, outcome) in sent)
            {
                house.Recorded[parcel.Name] = outcome;
            }

            return Task.CompletedTask;
        }
    }
}
