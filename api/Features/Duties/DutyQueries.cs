using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

[QueryType]
[Authorize(Policy = Policies.Member)]
public static class DutyQueries
{
    /// <summary>The duties that go on, by title.</summary>
    /// <param name="ended">Those that have ended instead.</param>
    public static Task<List<RecurringDuty>> GetDutiesAsync(
        CooperatorDbContext db,
        CancellationToken ct,
        bool ended = false
    ) => db.Duties.Where(d => d.EndedOn != null == ended).OrderBy(d => d.Title).ThenBy(d => d.Id).ToListAsync(ct);

    public static Task<RecurringDuty?> GetDutyAsync(
        [ID<RecurringDuty>] Guid id,
        DutiesById duties,
        CancellationToken ct
    ) => duties.LoadAsync(id, ct);

    /// <summary>Who has which duty on which day, in the order of the days.</summary>
    /// <param name="from">The first day; today when absent.</param>
    /// <param name="until">The last day; without one as far as is handed out.</param>
    /// <param name="dutyId">Only of this duty.</param>
    /// <param name="memberId">Only what this member holds.</param>
    [UsePaging]
    public static IQueryable<DutyOccurrence> GetDutyRoster(
        DateOnly? from,
        DateOnly? until,
        [ID<RecurringDuty>] Guid? dutyId,
        [ID<Member>] Guid? memberId,
        CooperatorDbContext db,
        CoopCalendar calendar
    )
    {
        var first = from ?? calendar.Today;
        var days = db.DutyOccurrences.Where(o => o.DueOn >= first);
        if (until is { } last)
        {
            days = days.Where(o => o.DueOn <= last);
        }

        if (dutyId is { } duty)
        {
            days = days.Where(o => o.DutyId == duty);
        }

        if (memberId is { } member)
        {
            var held = db.TaskAssignments.Where(a => a.MemberId == member);
            days = days.Where(o => held.Any(a => a.TaskId == o.TaskId));
        }

        return days.OrderBy(o => o.DueOn).ThenBy(o => o.Id);
    }

    /// <summary>What is offered and can still be taken, the nearest day first.</summary>
    [UsePaging]
    public static IQueryable<DutySwap> GetOpenDutySwaps(CooperatorDbContext db, CoopCalendar calendar)
    {
        var today = calendar.Today;
        return db
            .DutySwaps.Where(s => s.State == DutySwapState.Offered && s.DueOn >= today)
            .OrderBy(s => s.DueOn)
            .ThenBy(s => s.Id);
    }
}
