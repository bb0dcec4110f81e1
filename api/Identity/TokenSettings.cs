using System.ComponentModel.DataAnnotations;

namespace Cooperator.Api.Identity;

/// <summary>How long each way of being signed in lasts; section <c>Tokens</c>.</summary>
public sealed record TokenSettings
{
    public const string Section = "Tokens";

    [Range(1, 60)]
    public int AccessTokenMinutes { get; init; } = 10;

    /// <summary>Renewed by each refresh.</summary>
    [Range(1, 365)]
    public int RefreshTokenDays { get; init; } = 30;

    /// <summary>Without "stay signed in"; renewed by use.</summary>
    [Range(1, 168)]
    public int SessionHours { get; init; } = 12;

    /// <summary>With "stay signed in"; renewed by use.</summary>
    [Range(1, 365)]
    public int RememberedSessionDays { get; init; } = 30;

    [Range(5, 1440)]
    public int PasswordResetMinutes { get; init; } = 60;

    [Range(1, 90)]
    public int InvitationDays { get; init; } = 14;

    /// <summary>A signing key signs for this long, and verifies until its last token has expired.</summary>
    [Range(1, 365)]
    public int SigningKeyDays { get; init; } = 90;

    /// <summary>PBKDF2-HMAC-SHA512 rounds. Raising it re-hashes each password at its next sign-in.</summary>
    [Range(1_000, 10_000_000)]
    public int PasswordIterations { get; init; } = 210_000;

    public TimeSpan AccessTokenLifetime => TimeSpan.FromMinutes(AccessTokenMinutes);

    public TimeSpan RefreshTokenLifetime => TimeSpan.FromDays(RefreshTokenDays);

    public TimeSpan SessionLifetime(SessionKind kind, bool remember) =>
        kind switch
        {
            SessionKind.Program => RefreshTokenLifetime,
            SessionKind.Browser when remember => TimeSpan.FromDays(RememberedSessionDays),
            SessionKind.Browser => TimeSpan.FromHours(SessionHours),
        };
}
