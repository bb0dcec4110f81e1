using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Members;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Notifications;

/// <summary>Tells the board who has come.</summary>
internal sealed class MemberJoinedRule : NotificationRule
{
    public override NotificationKind Kind => NotificationKind.MemberJoined;

    public override IReadOnlyCollection<string> Events => ["member.joined", "member.resumed"];

    public override bool MailedByDefault => false;

    public override Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now) =>
        MemberAnnouncements.ToBoardAsync(happened, now, happened.Facts().GetProperty("joinedOn").GetString()!);
}

/// <summary>Tells the board who leaves.</summary>
internal sealed class MemberLeftRule : NotificationRule
{
    public override NotificationKind Kind => NotificationKind.MemberLeft;

    public override IReadOnlyCollection<string> Events => ["member.left"];

    public override bool MailedByDefault => false;

    public override Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now) =>
        MemberAnnouncements.ToBoardAsync(happened, now, happened.Facts().GetProperty("leftOn").GetString()!);
}

/// <summary>Tells a member that the membership ends: somebody's rights end with it, so nobody can do without.</summary>
internal sealed class MembershipEndedRule : NotificationRule
{
    public override NotificationKind Kind => NotificationKind.MembershipEnded;

    public override IReadOnlyCollection<string> Events => ["member.left"];

    public override bool CanBeMuted => false;

    /// <summary>Those who are out already have a right to know that they are.</summary>
    public override bool ForMembersOnly => false;

    public override Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now) =>
        Task.FromResult<Announcement?>(
            MemberAnnouncements.ToThemselves(
                happened,
                new() { ["day"] = happened.Facts().GetProperty("leftOn").GetString()! }
            )
        );
}

internal sealed class RoleGrantedRule : NotificationRule
{
    public override NotificationKind Kind => NotificationKind.RoleGranted;

    public override IReadOnlyCollection<string> Events => ["member.role_granted"];

    public override Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now) =>
        Task.FromResult<Announcement?>(MemberAnnouncements.OfRole(happened, "from"));
}

internal sealed class RoleEndedRule : NotificationRule
{
    public override NotificationKind Kind => NotificationKind.RoleEnded;

    public override IReadOnlyCollection<string> Events => ["member.role_ended"];

    public override Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now) =>
        Task.FromResult<Announcement?>(MemberAnnouncements.OfRole(happened, "until"));
}

internal static class MemberAnnouncements
{
    public static string PathOf(Guid memberId) => "members/" + NodeIds.Format(nameof(Member), memberId);

    public static async Task<Announcement?> ToBoardAsync(EventLogEntry happened, Circumstances now, string day) =>
        await now.NameOfAsync(happened.SubjectId) is { } name
            ? new Announcement(
                // Nobody is news to themselves.
                [.. (await now.HoldersAsync(Role.Admin)).Where(m => m != happened.SubjectId)],
                PathOf(happened.SubjectId),
                new Dictionary<string, string> { ["who"] = name, ["day"] = day }
            )
            : null;

    public static Announcement ToThemselves(EventLogEntry happened, Dictionary<string, string> words) =>
        new([happened.SubjectId], PathOf(happened.SubjectId), words);

    public static Announcement OfRole(EventLogEntry happened, string day)
    {
        var facts = happened.Facts();
        return ToThemselves(
            happened,
            new() { ["role"] = facts.GetProperty("role").GetString()!, ["day"] = facts.GetProperty(day).GetString()! }
        );
    }
}
