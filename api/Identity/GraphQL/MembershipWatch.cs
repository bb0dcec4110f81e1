using Cooperator.Api.Platform.Events;

namespace Cooperator.Api.Identity;

/// <summary>
/// Forgets who holds which role as soon as any node has committed a change of members, and closes what somebody has open
/// in a co-op that is no longer theirs.
/// </summary>
internal sealed class MembershipWatch(MembershipCache cache, OpenConnections connections) : IEventConsumer
{
    /// <summary>Whether what happens to such a subject may change who is a member of what, and in which role.</summary>
    public static bool Concerns(string subjectType) => subjectType is "member" or "coop";

    public async ValueTask ConsumeAsync(CoopEvent happened, CancellationToken cancellationToken)
    {
        if (!Concerns(happened.SubjectType))
        {
            return;
        }

        cache.ForgetAll();
        if (happened.SubjectType is "member")
        {
            await connections.CheckAsync(c => c.MemberId == happened.SubjectId, cancellationToken);
        }
    }
}
