using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>
/// Makes reset links and mails them, a few at the most: anybody may ask for one, as often as they like. Older links stay
/// good until one is used, or who asks again and again could end each before its owner has read the letter.
/// </summary>
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
    private const int MostLetters = 3;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(15);

    public Task SendAsync(Account account, CancellationToken ct) =>
        transactions.WriteAsync(token => PrepareAsync(account, token), ct);

    private async Task PrepareAsync(Account account, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await SentSinceAsync(account, now - Within, ct) >= MostLetters)
        {
            return;
        }

        var secret = Secret.Create();
        var expiresAt = now.AddMinutes(settings.PasswordResetMinutes);
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

    // The log keeps what was sent also when the links are used or have expired.
    private Task<int> SentSinceAsync(Account account, DateTimeOffset from, CancellationToken ct) =>
        db.SecurityLog.CountAsync(
            e => e.AccountId == account.Id && e.At > from && e.Kind == SecurityEvent.PasswordResetRequested,
            ct
        );
}
