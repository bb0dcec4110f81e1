using Cooperator.Api.Database;
using Cooperator.Api.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

internal sealed class ExpiredSessions(TimeProvider clock) : IExpirySweep
{
    public string What => "sessions";

    public Task<int> SweepAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var db = scope.GetRequiredService<CooperatorDbContext>();
        return db.Sessions.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
    }
}

internal sealed class ExpiredPasswordResets(TimeProvider clock) : IExpirySweep
{
    public string What => "password reset links";

    public Task<int> SweepAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var db = scope.GetRequiredService<CooperatorDbContext>();
        return db.PasswordResets.Where(r => r.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>The security log is kept for a year: long enough to look into something, and not for ever.</summary>
internal sealed class OldSecurityLogEntries(TimeProvider clock) : IExpirySweep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public string What => "entries of the security log";

    public Task<int> SweepAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Kept;
        var db = scope.GetRequiredService<CooperatorDbContext>();
        return db.SecurityLog.Where(e => e.At < before).ExecuteDeleteAsync(cancellationToken);
    }
}
