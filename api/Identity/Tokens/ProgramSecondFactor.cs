using Cooperator.Api.Database;

namespace Cooperator.Api.Identity;

/// <summary>The second factor of a program comes with the password, in one request.</summary>
internal sealed class ProgramSecondFactor(
    CooperatorDbContext db,
    SecondFactor secondFactor,
    Attempts attempts,
    SecurityLog log
)
{
    public async Task<IResult?> RefusalAsync(Account account, string? totp, ClientAddress client, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(totp))
        {
            return Problems.Of(401, "SECOND_FACTOR_REQUIRED", "Send the code of the authenticator app as totp.");
        }

        if (await attempts.TakeAsync(account, client, ct) is { } until)
        {
            return SignInEndpoints.Refused(new PasswordOutcome.LockedOut(until));
        }

        if (await secondFactor.VerifyCodeAsync(account, totp, ct))
        {
            return null;
        }

        log.Note(SecurityEvent.SignInFailed, account.Id, client);
        await db.SaveChangesAsync(ct);
        return SignInEndpoints.Refused(new PasswordOutcome.Wrong());
    }
}
