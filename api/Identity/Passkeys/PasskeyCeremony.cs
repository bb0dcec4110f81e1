using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>The state of a ceremony, which the browser carries back unread.</summary>
internal sealed record PasskeyState(string? State, Guid? AccountId);

/// <summary>WebAuthn's two ceremonies: a challenge goes out, a signed answer comes back within five minutes.</summary>
internal sealed class PasskeyCeremony(
    IPasskeyHandler<Account> handler,
    CooperatorDbContext db,
    DatabaseTransactions transactions,
    IDataProtectionProvider protection,
    TimeProvider clock
)
{
    private readonly ProtectedCookie<PasskeyState> _state = new(
        "cooperator-passkey",
        TimeSpan.FromMinutes(5),
        protection,
        clock
    );

    public async Task<string> OfferNewAsync(HttpContext http, Account account)
    {
        var person = new PasskeyUserEntity
        {
            Id = account.Id.ToString(),
            Name = account.Email!,
            DisplayName = account.Name,
        };
        var offer = await handler.MakeCreationOptionsAsync(person, http);
        _state.Set(http, new PasskeyState(offer.AttestationState, account.Id));
        return offer.CreationOptionsJson;
    }

    public async Task<UserPasskeyInfo?> AcceptNewAsync(HttpContext http, Account account, JsonElement credential)
    {
        if (Take(http) is not { } state || state.AccountId != account.Id)
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = http,
                CredentialJson = Text(credential),
                AttestationState = state.State,
            }
        );
        return result.Succeeded ? result.Passkey : null;
    }

    /// <summary>For whoever holds a passkey of ours: the browser offers them, we do not ask for a name.</summary>
    public async Task<string> ChallengeAsync(HttpContext http)
    {
        var challenge = await handler.MakeRequestOptionsAsync(null, http);
        _state.Set(http, new PasskeyState(challenge.AssertionState, null));
        return challenge.RequestOptionsJson;
    }

    public async Task<Account?> AcceptAsync(HttpContext http, JsonElement credential, CancellationToken ct)
    {
        if (Take(http) is not { AccountId: null } state)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = http,
                CredentialJson = Text(credential),
                AssertionState = state.State,
            }
        );
        return result.Succeeded && await transactions.WriteAsync(token => NoteUseAsync(result.Passkey, token), ct)
            ? result.User
            : null;
    }

    /// <summary>
    /// The counter of the authenticator moves on, so that a copied one is noticed. False when the passkey was removed since
    /// it was looked at. The account's own row is not touched: its other devices may sign in at the same moment.
    /// </summary>
    private async Task<bool> NoteUseAsync(UserPasskeyInfo used, CancellationToken ct)
    {
        // What was looked at before may have changed since.
        db.ChangeTracker.Clear();
        var id = used.CredentialId;
        if (
            await db.Set<IdentityUserPasskey<Guid>>().SingleOrDefaultAsync(p => p.CredentialId == id, ct)
            is not { } kept
        )
        {
            return false;
        }

        kept.Data.SignCount = Math.Max(kept.Data.SignCount, used.SignCount);
        kept.Data.IsBackedUp = used.IsBackedUp;
        kept.Data.IsUserVerified = used.IsUserVerified;
        return true;
    }

    private PasskeyState? Take(HttpContext http)
    {
        var state = _state.Read(http);
        _state.Clear(http);
        return state;
    }

    private static string Text(JsonElement credential) =>
        credential.ValueKind is JsonValueKind.Object ? credential.GetRawText() : "{}";
}
