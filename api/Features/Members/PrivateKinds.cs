using Cooperator.Api.Identity;

namespace Cooperator.Api.Features.Members;

/// <summary>
/// What happens to a member and is their own affair, and the board's: that somebody's telephone number changed is nobody
/// else's business.
/// </summary>
internal static class PrivateKinds
{
    /// <summary>What the others are told instead: that there is something to look at anew.</summary>
    public const string Neutral = "member.changed";

    public static readonly string[] All =
    [
        "member.contact_changed",
        "member.language_changed",
        "member.account_connected",
    ];

    /// <summary>The kind as the viewer may know it.</summary>
    public static string ToldTo(CurrentMember viewer, string kind, Guid memberId) =>
        memberId != viewer.MemberId && !viewer.Is(Role.Admin) && All.Contains(kind) ? Neutral : kind;
}
