using System.Globalization;
using System.Security.Claims;

namespace Cooperator.Api.Identity;

public enum CredentialKind
{
    Cookie,
    AccessToken,
    PersonalAccessToken,
}

/// <summary>
/// What a request proved itself with. Travels as a <see cref="ClaimsPrincipal"/>, so that a WebSocket can be asked again,
/// operation by operation, whether it still holds. Its key is the session's id, or the hash of the personal access token.
/// </summary>
public sealed record Credential(
    CredentialKind Kind,
    string Key,
    AccountFacts Account,
    bool MayWrite,
    Guid? OnlyCoopId,
    DateTimeOffset ExpiresAt
)
{
    public const string Scheme = "Cooperator";

    private const string KindClaim = "kind";
    private const string KeyClaim = "key";
    private const string ExpiresClaim = "exp";

    public Guid? SessionId => Kind is CredentialKind.PersonalAccessToken ? null : Guid.ParseExact(Key, "N");

    public ClaimsPrincipal ToPrincipal() =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, Account.Id.ToString()),
                    new Claim(KindClaim, Kind.ToString()),
                    new Claim(KeyClaim, Key),
                    new Claim(
                        ExpiresClaim,
                        ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                        ClaimValueTypes.Integer64
                    ),
                ],
                Scheme
            )
        );

    /// <summary>The way back, for <see cref="Credentials.StillHoldsAsync"/>; null for somebody who is not signed in.</summary>
    public static (CredentialKind Kind, string Key)? ReferenceIn(ClaimsPrincipal user) =>
        user.FindFirstValue(KindClaim) is { } kind && user.FindFirstValue(KeyClaim) is { } key
            ? (Enum.Parse<CredentialKind>(kind), key)
            : null;
}
