using Cooperator.Api.Database;

namespace Cooperator.Api.Identity;

/// <summary>Writes down what happens to accounts, in the table and in the process's log; never a secret.</summary>
internal sealed partial class SecurityLog(CooperatorDbContext db, TimeProvider clock, ILogger<SecurityLog> logger)
{
    /// <summary>Adds the entry to what is saved next.</summary>
    public void Note(SecurityEvent kind, Guid? accountId, ClientAddress client)
    {
        db.SecurityLog.Add(new SecurityLogEntry(kind, accountId, client, clock.GetUtcNow()));
        Noted(logger, kind, accountId, client.IpAddress);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Security: {Kind}, account {AccountId}, from {IpAddress}")]
    private static partial void Noted(ILogger logger, SecurityEvent kind, Guid? accountId, string? ipAddress);
}
