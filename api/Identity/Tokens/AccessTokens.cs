using JWT;
using JWT.Algorithms;
using JWT.Serializers;

namespace Cooperator.Api.Identity;

/// <summary>What an access token says: who, by which session, until when.</summary>
public sealed record AccessTokenClaims(Guid AccountId, Guid SessionId, DateTimeOffset ExpiresAt);

/// <summary>
/// Signs and verifies access tokens (JWT, HS256). The algorithm is ours to choose, never the token's; whether the
/// session still lives is asked separately, so that a token ends with its session and not ten minutes later.
/// </summary>
internal sealed class AccessTokens(SigningKeys keys, TokenSettings settings, TimeProvider clock)
{
    private const string Issuer = "theCooperator";

    private static readonly JsonNetSerializer Json = new();
    private static readonly JwtBase64UrlEncoder Base64 = new();
    private static readonly HMACSHA256Algorithm Algorithm = new();
    private static readonly JwtEncoder Encoder = new(Algorithm, Json, Base64);

    private readonly JwtDecoder _decoder = new(Json, new JwtValidator(Json, new Clock(clock)), Base64, Algorithm);

    // A program sends the same token with every request: its signature is looked at every few seconds, its end each time.
    private readonly ShortMemory<string, AccessTokenClaims> _verified = new(clock, TimeSpan.FromSeconds(5));

    public async ValueTask<string> IssueAsync(Guid accountId, Guid sessionId, CancellationToken ct)
    {
        var key = await keys.CurrentAsync(ct);
        var now = clock.GetUtcNow();
        return Encoder.Encode(
            new Dictionary<string, object> { ["kid"] = key.Id },
            new Payload
            {
                Iss = Issuer,
                Sub = accountId.ToString("N"),
                Sid = sessionId.ToString("N"),
                Jti = Guid.NewGuid().ToString("N"),
                Iat = now.ToUnixTimeSeconds(),
                Exp = (now + settings.AccessTokenLifetime).ToUnixTimeSeconds(),
            },
            key.Key
        );
    }

    /// <summary>Null for anything that is not a token of ours that still holds.</summary>
    public async ValueTask<AccessTokenClaims?> VerifyAsync(string token, CancellationToken ct) =>
        await _verified.GetAsync(token, DecodeAsync, ct) is { } claims && claims.ExpiresAt > clock.GetUtcNow()
            ? claims
            : null;

    private async Task<AccessTokenClaims?> DecodeAsync(string token, CancellationToken ct)
    {
        try
        {
            var parts = new JwtParts(token);
            var header = _decoder.DecodeHeader<Dictionary<string, object>>(parts);
            if (
                header.GetValueOrDefault("alg") is not "HS256"
                || header.GetValueOrDefault("kid") is not string kid
                || await keys.FindAsync(kid, ct) is not { } key
            )
            {
                return null;
            }

            var payload = _decoder.DecodeToObject<Payload>(parts, key.Key, verify: true);
            return payload.Iss == Issuer ? payload.ToClaims() : null;
        }
        catch (Exception malformed)
            when (malformed is not OperationCanceledException and not System.Data.Common.DbException)
        {
            // The decoder answers a token that is no token with many kinds of exceptions; all of them mean no.
            return null;
        }
    }

#pragma warning disable CA1507 // names as they stand in the token
    private sealed record Payload
    {
        [Newtonsoft.Json.JsonProperty("iss")]
        public string Iss { get; init; } = "";

        [Newtonsoft.Json.JsonProperty("sub")]
        public string Sub { get; init; } = "";

        [Newtonsoft.Json.JsonProperty("sid")]
        public string Sid { get; init; } = "";

        [Newtonsoft.Json.JsonProperty("jti")]
        public string Jti { get; init; } = "";

        [Newtonsoft.Json.JsonProperty("iat")]
        public long Iat { get; init; }

        [Newtonsoft.Json.JsonProperty("exp")]
        public long Exp { get; init; }

        public AccessTokenClaims ToClaims() =>
            new(Guid.ParseExact(Sub, "N"), Guid.ParseExact(Sid, "N"), DateTimeOffset.FromUnixTimeSeconds(Exp));
    }
#pragma warning restore CA1507

    private sealed class Clock(TimeProvider clock) : IDateTimeProvider
    {
        public DateTimeOffset GetNow() => clock.GetUtcNow();
    }
}
