using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Hours;

[QueryType]
[Authorize(Policy = Policies.Member)]
public static class HoursQueries
{
    /// <summary>The periods in which members owe hours, the latest first.</summary>
    public static Task<List<HoursPeriod>> GetHoursPeriodsAsync(CooperatorDbContext db, CancellationToken ct) =>
        db.HoursPeriods.OrderByDescending(p => p.From).ToListAsync(ct);

    /// <summary>A period; that of today when none is named. Null when there is none.</summary>
    public static async Task<HoursPeriod?> GetHoursPeriodAsync(
        [ID<HoursPeriod>] Guid? id,
        HoursPeriodsById periods,
        HoursPeriodByDay periodByDay,
        CoopCalendar calendar,
        CancellationToken ct
    ) => id is { } named ? await periods.LoadAsync(named, ct) : await periodByDay.LoadAsync(calendar.Today, ct);

    /// <summary>The ledger of one member, the latest first; one's own when nobody is named. Others' are the board's to see.</summary>
    /// <param name="from">The first day; without one from the beginning.</param>
    /// <param name="until">The last day; without one to the end.</param>
    [UsePaging]
    public static IQueryable<HoursLine> GetHoursLines(
        [ID<Member>] Guid? memberId,
        DateOnly? from,
        DateOnly? until,
        CooperatorDbContext db,
        CurrentMember me
    )
    {
        var member = memberId ?? me.MemberId;
        var lines = db.HoursLines.Where(l => l.MemberId == member).VisibleTo(me);
        if (from is { } first)
        {
            lines = lines.Where(l => l.WorkedOn >= first);
        }

        if (until is { } last)
        {
            lines = lines.Where(l => l.WorkedOn <= last);
        }

        return lines.OrderByDescending(l => l.WorkedOn).ThenByDescending(l => l.Id);
    }
}
