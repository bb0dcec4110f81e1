using System.Security.Cryptography;
using Cooperator.Api.Platform;
using Microsoft.AspNetCore.DataProtection;

namespace Cooperator.Api.Features.Notifications;

/// <summary>Whom a link in a letter unsubscribes, and from what; null for all that can be muted.</summary>
internal sealed record Unsubscription(Guid CoopId, Guid MemberId, NotificationKind? Kind);

/// <summary>
/// Links that end letters of a kind without signing in (RFC 8058). Sealed, so that nobody can make one for somebody else;
/// they hold for ever, as letters are kept.
/// </summary>
internal sealed class UnsubscribeLinks(IDataProtectionProvider protection, PublicSite site)
{
    public const string Path = "/unsubscribe";

    private readonly IDataProtector _seal = protection.CreateProtector("Cooperator.Unsubscribe");

    public string For(Guid coop, Guid member, NotificationKind? kind) =>
        site.Link($"{Path}?token={_seal.Protect($"{coop:N} {member:N} {kind}")}");

    public Unsubscription? Read(string? token)
    {
        try
        {
            var parts = _seal.Unprotect(token ?? "").Split(' ');
            NotificationKind? kind = parts[2].Length == 0 ? null : Enum.Parse<NotificationKind>(parts[2]);
            return new(Guid.Parse(parts[0]), Guid.Parse(parts[1]), kind);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
