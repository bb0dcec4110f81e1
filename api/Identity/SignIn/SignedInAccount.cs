using Microsoft.AspNetCore.Identity;

namespace Cooperator.Api.Identity;

/// <summary>The row of the person who is signed in, for what needs more than <see cref="CurrentAccount"/> knows.</summary>
internal sealed class SignedInAccount(
    UserManager<Account> accounts,
    PasswordSignIn passwords,
    CurrentAccount current,
    IHttpContextAccessor http
)
{
    public async Task<Account> GetAsync() =>
        await accounts.FindByIdAsync(current.RequiredId.ToString())
        ?? throw new InvalidOperationException("The account of a live session is gone.");

    /// <summary>Asks for the password again before something that protects the account; guesses count as at sign-in.</summary>
    public async Task<Confirmation> ConfirmAsync(string? password, CancellationToken ct)
    {
        var account = await GetAsync();
        var client = ClientAddress.Of(http.HttpContext!);
        var outcome = await passwords.CheckAsync(account, password ?? "", client, ct);
        return outcome is PasswordOutcome.Right
            ? new Confirmation(account, null)
            : new Confirmation(null, SignInEndpoints.Refused(outcome));
    }

    /// <summary>One of the two is there.</summary>
    public readonly record struct Confirmation(Account? Account, IResult? Refusal);
}
