using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Events;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Activities;

[SubscriptionType]
[Authorize(Policy = Policies.Member)]
public static class ActivitySubscriptions
{
    /// <summary>Tells of everything that happens in the co-op, as far as the viewer may know; null for the rest.</summary>
    [Subscribe(With = nameof(SubscribeToActivity))]
    public static async Task<EventLogEntry?> OnActivityAddedAsync(
        [EventMessage] CoopEvent happened,
        CooperatorDbContext db,
        CurrentMember me,
        CancellationToken ct
    ) => await db.Events.VisibleTo(me).SingleOrDefaultAsync(e => e.Id == happened.Id, ct);

    public static ValueTask<ISourceStream<CoopEvent>> SubscribeToActivity(
        CurrentCoop coop,
        ITopicEventReceiver topics,
        CancellationToken ct
    ) => topics.SubscribeAsync<CoopEvent>(CoopEvent.TopicOfAll(coop.RequiredId), ct);
}
