using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;

namespace Cooperator.Api.Features.Activities;

/// <summary>What events are about, and who may know of them.</summary>
internal static class ActivitySubjects
{
    private static readonly string[] PublicTypes =
    [
        .. ActivitySubject.All.Where(s => s.Public).Select(s => s.EventType),
    ];

    public static IQueryable<EventLogEntry> VisibleTo(this IQueryable<EventLogEntry> events, CurrentMember me)
    {
        if (me.Is(Role.Admin))
        {
            return events;
        }

        var (self, ownAffairs) = (me.MemberId, PrivateKinds.All);
        return events.Where(e =>
            PublicTypes.Contains(e.SubjectType) && (!ownAffairs.Contains(e.Kind) || e.SubjectId == self)
        );
    }

    /// <summary><c>Member</c> → <c>member</c>; nothing for what no event is about.</summary>
    public static string EventTypeOf(string? typeName) =>
        Array.Find(ActivitySubject.All, s => s.NodeType is not null && s.NodeType == typeName)?.EventType ?? "";

    /// <summary><c>member</c> → <c>Member</c>, for those that can be fetched by id.</summary>
    public static string? TypeNameOf(string subjectType) =>
        Array.Find(ActivitySubject.All, s => s.EventType == subjectType)?.NodeType;
}
