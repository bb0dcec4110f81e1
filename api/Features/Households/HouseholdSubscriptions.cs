using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Events;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.Api.Features.Households;

[SubscriptionType]
[Authorize(Policy = Policies.Member)]
public static class HouseholdSubscriptions
{
    /// <summary>Tells of everything that happens to households.</summary>
    [Subscribe(With = nameof(SubscribeToHouseholds))]
    public static HouseholdChanged OnHouseholdChanged([EventMessage] CoopEvent happened) =>
        new(happened.Kind, happened.SubjectId);

    public static ValueTask<ISourceStream<CoopEvent>> SubscribeToHouseholds(
        CurrentCoop coop,
        ITopicEventReceiver topics,
        CancellationToken ct
    ) => topics.SubscribeAsync<CoopEvent>(CoopEvent.Topic(coop.RequiredId, "household"), ct);
}

/// <summary>Something happened to a household.</summary>
/// <param name="Kind">What: <c>household.formed</c>, <c>household.joined</c>, …</param>
/// <param name="HouseholdId">To which.</param>
public sealed record HouseholdChanged(string Kind, [property: ID<Household>] Guid HouseholdId);

[ObjectType<HouseholdChanged>]
public static class HouseholdChangedType
{
    /// <summary>The household as it is now.</summary>
    public static Task<Household?> GetHouseholdAsync(
        [Parent] HouseholdChanged changed,
        HouseholdsById households,
        CancellationToken ct
    ) => households.LoadAsync(changed.HouseholdId, ct);
}
