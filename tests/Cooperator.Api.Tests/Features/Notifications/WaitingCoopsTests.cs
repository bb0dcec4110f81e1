using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Features.Webhooks;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Notifications;

/// <summary>Of all co-ops, only those are entered in which there is something to do.</summary>
public sealed class WaitingCoopsTests(TestHouse house) : IClassFixture<TestHouse>
{
    private WaitingCoops Waiting => new(house.Services.GetRequiredService<IServiceScopeFactory>(), house.Clock);

    [Fact]
    public async Task A_co_op_is_entered_when_a_delivery_of_the_channel_is_due_and_no_node_is_busy_with_it()
    {
        // arrange
        var due = await AddCoopAsync("due", _ => { });
        var retried = await AddCoopAsync("retried", d => d.Fail("Busy.", house.Clock.Now.AddDays(-1), jitter: 0));
        var later = await AddCoopAsync("later", d => d.Fail("Busy.", house.Clock.Now, jitter: 1));
        var claimed = await AddCoopAsync("claimed", d => d.Claim(d.Id, house.Clock.Now.AddMinutes(1)));
        var lapsed = await AddCoopAsync("lapsed", d => d.Claim(d.Id, house.Clock.Now.AddMinutes(-1)));
        var sent = await AddCoopAsync("sent", d => d.Sent(house.Clock.Now));
        var dead = await AddCoopAsync("dead", d => d.Die("Gone."));

        // act
        var webhooks = await Waiting.ToSendAsync(DeliveryChannel.Webhook, default);
        var letters = await Waiting.ToSendAsync(DeliveryChannel.Email, default);

        // assert
        Guid[] ours = [due.Id, retried.Id, later.Id, claimed.Id, lapsed.Id, sent.Id, dead.Id];
        Assert.Equal(new[] { due.Id, retried.Id, lapsed.Id }.Order(), webhooks.Intersect(ours).Order());
        Assert.Empty(letters.Intersect(ours));
    }

    [Fact]
    public async Task A_co_op_is_entered_when_it_has_events_behind_its_cursor()
    {
        var never = await house.AddCoopAsync("never-planned");
        var partly = await house.AddCoopAsync("partly-planned");
        foreach (var coop in new[] { never, partly })
        {
            await house.WriteAsync(coop, db => AddMemberAsync(db));
        }

        await house.WriteAsync(partly, db => ReadAllAsync(db));
        Assert.Equal([never.Id], (await Waiting.ToPlanAsync(default)).Intersect([never.Id, partly.Id]));

        await house.WriteAsync(partly, db => AddMemberAsync(db));
        var waiting = await Waiting.ToPlanAsync(default);
        Assert.Equal([never.Id, partly.Id], waiting.Intersect([never.Id, partly.Id]));
    }

    private async Task<Coop> AddCoopAsync(string slug, Action<Delivery> lead)
    {
        var coop = await house.AddCoopAsync(slug);
        await house.WriteAsync(
            coop,
            db =>
            {
                var webhook = new Webhook("https://192.0.2.1/hook", [], "sealed", house.Clock.Now);
                var delivery = Delivery.ToWebhook(webhook.Id, null, "webhook.test", "{}", house.Clock.Now);
                lead(delivery);
                db.AddRange(webhook, delivery);
                return Task.CompletedTask;
            }
        );
        return coop;
    }

    private static Task AddMemberAsync(CooperatorDbContext db)
    {
        db.Add(Furnish.Member("Ada", "Neu"));
        return Task.CompletedTask;
    }

    private static async Task ReadAllAsync(CooperatorDbContext db)
    {
        var last = await db.Events.OrderByDescending(e => e.Id).FirstAsync();
        var cursor = new NotificationCursor();
        cursor.MoveTo(last.Xid, last.Id);
        db.Add(cursor);
    }
}
