using Cooperator.Api.Database;

namespace Cooperator.Api.Identity;

/// <summary>Writes down what happens to accounts, in the transaction in which it happens; never a secret.</summary>
internal sealed class SecurityLog(CooperatorDbContext db, TimeProvider clock)
{
    /// <summary>Adds the entry to what is saved next.</summary>
    public void Note(SecurityEvent kind, Guid? accountId, ClientAddress client) =>
        db.SecurityLog.Add(new SecurityLogEntry(kind, accountId, client, clock.GetUtcNow()));
}
