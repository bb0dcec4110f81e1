using Cooperator.Api.Database.Transactions;

namespace Cooperator.Api.Identity;

/// <summary>The end of every way to sign in with a browser: a session, a cookie, a line in the security log.</summary>
internal sealed class BrowserSignIn(
    DatabaseTransactions transactions,
    Sessions sessions,
    SecurityLog log,
    SessionAnswers answers
)
{
    /// <summary><paramref name="account"/> is as it was when the person proved to be its owner.</summary>
    public async Task<IResult> CompleteAsync(HttpContext http, Account account, bool remember, CancellationToken ct)
    {
        var opened = await transactions.WriteAsync(
            token => OpenAsync(account, remember, ClientAddress.Of(http), token),
            ct
        );
        if (opened is not var (session, secret))
        {
            return SignInEndpoints.Refused(new PasswordOutcome.Wrong());
        }

        // A browser has one session: the one it had before ends, so that its cookie can not be kept by somebody else.
        if (
            SessionCookie.TryRead(http, out var former, out var key)
            && await sessions.FindByKeyAsync(former, key, ct) is { } old
        )
        {
            await sessions.EndAsync(old.Account.Id, old.Id, ct);
        }

        SessionCookie.Set(http, SessionCookie.ValueOf(session, secret), remember ? session.ExpiresAt : null);
        var facts = new AccountFacts(account.Id, account.Email!, account.Name, account.Language, account.Superuser);
        return Results.Ok(await answers.ForAsync(facts, session.ExpiresAt, onlyCoopId: null, ct));
    }

    private async Task<(Session Session, Secret Key)?> OpenAsync(
        Account account,
        bool remember,
        ClientAddress client,
        CancellationToken ct
    )
    {
        if (!await sessions.BeginAsync(account, ct))
        {
            log.Note(SecurityEvent.SignInFailed, account.Id, client);
            return null;
        }

        var session = sessions.Open(account, SessionKind.Browser, remember, client);
        log.Note(SecurityEvent.SignedIn, account.Id, client);
        return (session, session.IssueKey());
    }
}
