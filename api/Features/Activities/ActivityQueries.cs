using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Activities;

[QueryType]
[Authorize(Policy = Policies.Member)]
public static class ActivityQueries
{
    /// <summary>What happened in the co-op, as far as the viewer may know; the latest first.</summary>
    /// <param name="subjectId">Only what happened to this member, unit, household, building, task or duty.</param>
    [UsePaging(IncludeTotalCount = false)]
    public static IQueryable<EventLogEntry> GetActivity(
        [ID] string? subjectId,
        CooperatorDbContext db,
        CurrentMember me
    )
    {
        var events = db.Events.VisibleTo(me);
        if (subjectId is not null)
        {
            var type = ActivitySubjects.EventTypeOf(NodeIds.FindTypeName(subjectId));
            var id = NodeIds.ParseGuid(subjectId, expectedType: null);
            events = events.Where(e => e.SubjectType == type && e.SubjectId == id);
        }

        return events.OrderByDescending(e => e.Id);
    }
}
