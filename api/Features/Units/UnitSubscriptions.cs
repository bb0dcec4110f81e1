using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Events;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.Api.Features.Units;

[SubscriptionType]
[Authorize(Policy = Policies.Member)]
public static class UnitSubscriptions
{
    /// <summary>Tells of everything that happens to units, and of who moves in and out.</summary>
    [Subscribe(With = nameof(SubscribeToUnits))]
    public static UnitChanged OnUnitChanged([EventMessage] CoopEvent happened) =>
        new(happened.Kind, happened.SubjectId);

    public static ValueTask<ISourceStream<CoopEvent>> SubscribeToUnits(
        CurrentCoop coop,
        ITopicEventReceiver topics,
        CancellationToken ct
    ) => topics.SubscribeAsync<CoopEvent>(CoopEvent.Topic(coop.RequiredId, "unit"), ct);
}

/// <summary>Something happened to a unit.</summary>
/// <param name="Kind">What: <c>unit.changed</c>, <c>unit.moved_in</c>, …</param>
/// <param name="UnitId">To which.</param>
public sealed record UnitChanged(string Kind, [property: ID<Unit>] Guid UnitId);

[ObjectType<UnitChanged>]
public static class UnitChangedType
{
    /// <summary>The unit as it is now; null when it was removed.</summary>
    public static Task<Unit?> GetUnitAsync([Parent] UnitChanged changed, UnitsById units, CancellationToken ct) =>
        units.LoadAsync(changed.UnitId, ct);
}
