using Cooperator.Api.Database;

namespace Cooperator.Api.Identity;

/// <summary>The end of every way to sign in with a browser: a session, a cookie, a line in the security log.</summary>
internal sealed class BrowserSignIn(
    CooperatorDbContext db,
    Sessions sessions,
    Attempts attempts,
    SecurityLog log,
    SessionAnswers answers
)
{
    public async Task<IResult> CompleteAsync(HttpContext http, Account account, bool remember, CancellationToken ct)
    {
        var client = ClientAddress.Of(http);
        await attempts.ForgetAsync(account.Id, ct);

        // A browser has one session: the one it had before ends, so that its cookie can not be kept by somebody else.
        if (
            SessionCookie.TryRead(http, out var former, out var key)
            && await sessions.FindByKeyAsync(former, key, ct) is { } old
        )
        {
            await sessions.EndAsync(old.Account.Id, old.Id, ct);
        }

        var session = sessions.Open(account, SessionKind.Browser, remember, client);
        var secret = session.IssueKey();
        log.Note(SecurityEvent.SignedIn, account.Id, client);
        await db.SaveChangesAsync(ct);
        SessionCookie.Set(http, SessionCookie.ValueOf(session, secret), remember ? session.ExpiresAt : null);
        var facts = new AccountFacts(account.Id, account.Email!, account.Name, account.Language, account.Superuser);
        return Results.Ok(await answers.ForAsync(facts, session.ExpiresAt, onlyCoopId: null, ct));
    }
}
