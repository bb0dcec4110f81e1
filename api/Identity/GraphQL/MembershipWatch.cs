using Cooperator.Api.Platform.Events;

namespace Cooperator.Api.Identity;

/// <summary>
/// Forgets who holds which role as soon as any node has committed a change of members, and closes what somebody has open
/// in a co-op that is no longer theirs.
/// </summary>
internal sealed class MembershipWatch(MembershipCache cache, OpenConnections connections) : IEventConsumer
{
    public async ValueTask ConsumeAsync(CoopEvent happened, CancellationToken cancellationToken)
    {
        if (happened.SubjectType is not ("member" or "coop"))
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
