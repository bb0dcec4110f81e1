using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Events;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.Api.Features.Hours;

[SubscriptionType]
[Authorize(Policy = Policies.Member)]
public static class HoursSubscriptions
{
    /// <summary>Tells that what somebody owes or has done has changed: the ledger has a new line, a period or an exemption another form.</summary>
    [Subscribe(With = nameof(SubscribeToHours))]
    public static HoursChanged OnHoursChanged([EventMessage] CoopEvent happened, CurrentMember me) =>
        new(happened.SubjectType == HoursTopic.Line && Sees(happened, me) ? happened.SubjectId : null);

    public static ValueTask<ISourceStream<CoopEvent>> SubscribeToHours(
        CurrentCoop coop,
        ITopicEventReceiver topics,
        CancellationToken ct
    ) => topics.SubscribeAsync<CoopEvent>(HoursTopic.Of(coop.RequiredId), ct);

    // Known from the event itself: a meeting of hundreds is not looked up line by line for everybody who listens.
    private static bool Sees(CoopEvent happened, CurrentMember me) =>
        me.Is(Role.Admin) || happened.Payload.GetProperty("memberId").GetGuid() == me.MemberId;
}

/// <summary>What somebody owes or has done has changed.</summary>
public sealed record HoursChanged([property: GraphQLIgnore] Guid? LineId);

[ObjectType<HoursChanged>]
public static class HoursChangedType
{
    /// <summary>The new line of the ledger; null when it is another member's, which only the board may see, and when no line is new.</summary>
    public static async Task<HoursLine?> GetLineAsync(
        [Parent] HoursChanged changed,
        HoursLinesById lines,
        CancellationToken ct
    ) => changed.LineId is { } id ? await lines.LoadAsync(id, ct) : null;
}
