using Cooperator.Api.Platform.Events;

namespace Cooperator.Api.Identity;

/// <summary>Forgets who holds which role as soon as any node has committed a change of members.</summary>
internal sealed class MembershipWatch(MembershipCache cache) : IEventConsumer
{
    public ValueTask ConsumeAsync(CoopEvent happened, CancellationToken cancellationToken)
    {
        if (happened.SubjectType is "member" or "coop")
        {
            cache.ForgetAll();
        }

        return ValueTask.CompletedTask;
    }
}
