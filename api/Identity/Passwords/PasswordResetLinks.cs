using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>Makes reset links and mails them; a new link replaces older ones.</summary>
internal sealed class PasswordResetLinks(
    CooperatorDbContext db,
    DatabaseTransactions transactions,
    LetterBox letters,
    PublicSite site,
    SecurityLog log,
    TokenSettings settings,
    TimeProvider clock
)
{
    public Task SendAsync(Account account, CancellationToken ct) =>
        transactions.WriteAsync(token => PrepareAsync(account, token), ct);

    private async Task PrepareAsync(Account account, CancellationToken ct)
    {
        var secret = Secret.Create();
        await db.PasswordResets.Where(r => r.AccountId == account.Id).ExecuteDeleteAsync(ct);
        var expiresAt = clock.GetUtcNow().AddMinutes(settings.PasswordResetMinutes);
        db.PasswordResets.Add(new PasswordReset(account.Id, secret.Hash, expiresAt));
        log.Note(SecurityEvent.PasswordResetRequested, account.Id, default);
        var email = Uri.EscapeDataString(account.Email!);
        letters.Post(
            account.Email!,
            account.Name,
            "password-reset",
            account.Language,
            new()
            {
                ["name"] = account.Name,
                ["link"] = site.Link($"/reset-password?email={email}&token={secret.Text}"),
                ["minutes"] = $"{settings.PasswordResetMinutes}",
            }
        );
    }
}
