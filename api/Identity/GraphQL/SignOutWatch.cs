using Cooperator.Api.Platform.Events;

namespace Cooperator.Api.Identity;

/// <summary>Forgets what was signed out on any node, and closes what it had open here.</summary>
internal sealed class SignOutWatch(SessionCache sessions, PersonalAccessTokenCache tokens, OpenConnections connections)
    : ISignalConsumer
{
    public string Channel => SignOutSignal.Channel;

    public ValueTask ListeningAsync(CancellationToken cancellationToken)
    {
        sessions.ForgetAll();
        tokens.ForgetAll();
        return connections.CheckAsync(_ => true, cancellationToken);
    }

    public ValueTask HearAsync(string payload, CancellationToken cancellationToken)
    {
        if (Guid.TryParseExact(payload, "N", out var sessionId))
        {
            sessions.Forget(sessionId);
        }
        else
        {
            tokens.ForgetHash(payload);
        }

        connections.Withdraw(payload);
        return ValueTask.CompletedTask;
    }
}
