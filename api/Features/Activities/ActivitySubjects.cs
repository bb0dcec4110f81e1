using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;

namespace Cooperator.Api.Features.Activities;

/// <summary>What events are about, and who may know of them.</summary>
internal static class ActivitySubjects
{
    private static readonly string[] PublicTypes =
    [
        "member",
        "unit",
        "household",
        "building",
        "coop",
        "task",
        "duty",
        "duty_swap",
    ];

    // That somebody's telephone number changed is their own affair, and the board's.
    private static readonly string[] PrivateKinds =
    [
        "member.contact_changed",
        "member.language_changed",
        "member.account_connected",
    ];

    public static IQueryable<EventLogEntry> VisibleTo(this IQueryable<EventLogEntry> events, CurrentMember me)
    {
        if (me.Is(Role.Admin))
        {
            return events;
        }

        var self = me.MemberId;
        return events.Where(e =>
            PublicTypes.Contains(e.SubjectType) && (!PrivateKinds.Contains(e.Kind) || e.SubjectId == self)
        );
    }

    /// <summary><c>Member</c> → <c>member</c>.</summary>
    public static string EventTypeOf(string? typeName) => typeName?.ToLowerInvariant() ?? "";

    /// <summary><c>member</c> → <c>Member</c>, for those that can be fetched by id.</summary>
    public static string? TypeNameOf(string subjectType) =>
        PublicTypes.Contains(subjectType) || subjectType is "invitation" or "import"
            ? char.ToUpperInvariant(subjectType[0]) + subjectType[1..]
            : null;
}
