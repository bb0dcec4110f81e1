using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Events;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.Api.Features.Duties;

[SubscriptionType]
[Authorize(Policy = Policies.Member)]
public static class DutySubscriptions
{
    /// <summary>Tells of offers: made, accepted, declined, withdrawn.</summary>
    [Subscribe(With = nameof(SubscribeToSwaps))]
    public static DutySwapChanged OnDutySwapChanged([EventMessage] CoopEvent happened) =>
        new(happened.Kind, happened.SubjectId);

    public static ValueTask<ISourceStream<CoopEvent>> SubscribeToSwaps(
        CurrentCoop coop,
        ITopicEventReceiver topics,
        CancellationToken ct
    ) => topics.SubscribeAsync<CoopEvent>(CoopEvent.Topic(coop.RequiredId, "duty_swap"), ct);
}

/// <summary>Something happened to an offer.</summary>
/// <param name="Kind">What: <c>duty_swap.offered</c>, <c>duty_swap.accepted</c>, …</param>
/// <param name="SwapId">To which.</param>
public sealed record DutySwapChanged(string Kind, [property: ID<DutySwap>] Guid SwapId);

[ObjectType<DutySwapChanged>]
public static class DutySwapChangedType
{
    /// <summary>The offer as it is now; null when its task was removed.</summary>
    public static Task<DutySwap?> GetSwapAsync(
        [Parent] DutySwapChanged changed,
        DutySwapsById swaps,
        CancellationToken ct
    ) => swaps.LoadAsync(changed.SwapId, ct);
}
