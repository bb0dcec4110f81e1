using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Events;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.Api.Features.Members;

[SubscriptionType]
[Authorize(Policy = Policies.Member)]
public static class MemberSubscriptions
{
    /// <summary>Tells of everything that happens to members of the co-op.</summary>
    [Subscribe(With = nameof(SubscribeToMembers))]
    public static MemberChanged OnMemberChanged([EventMessage] CoopEvent happened, CurrentMember me) =>
        new(PrivateKinds.ToldTo(me, happened.Kind, happened.SubjectId), happened.SubjectId);

    public static ValueTask<ISourceStream<CoopEvent>> SubscribeToMembers(
        CurrentCoop coop,
        ITopicEventReceiver topics,
        CancellationToken ct
    ) => topics.SubscribeAsync<CoopEvent>(CoopEvent.Topic(coop.RequiredId, "member"), ct);
}

/// <summary>Something happened to a member.</summary>
/// <param name="Kind">
/// What: <c>member.joined</c>, <c>member.renamed</c>, … What is the member's own affair is <c>member.changed</c> to the others.
/// </param>
/// <param name="MemberId">To whom.</param>
public sealed record MemberChanged(string Kind, [property: ID<Member>] Guid MemberId);

[ObjectType<MemberChanged>]
public static class MemberChangedType
{
    /// <summary>The member as it is now.</summary>
    public static Task<Member?> GetMemberAsync(
        [Parent] MemberChanged changed,
        MembersById members,
        CancellationToken ct
    ) => members.LoadAsync(changed.MemberId, ct);
}
