using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Hours;

[MutationType]
[Authorize(Policy = Policies.Admin)]
[Error<InvalidInputException>]
public static class HoursMutations
{
    // A full meeting of the largest co-op; more is a mistake.
    private const int MostMembers = 2000;

    /// <summary>Writes hours into the ledger. They stay; what was wrong is taken back by <c>reverseHours</c>.</summary>
    [Error<MemberNotFoundException>]
    public static async Task<List<HoursLine>> RecordHoursAsync(
        RecordHoursInput input,
        CooperatorDbContext db,
        CoopCalendar calendar,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var ids = input.MemberIds.Distinct().ToList();
        if (ids.Count is 0 or > MostMembers)
        {
            throw new InvalidInputException(new InputFault(InputFaultCode.OutOfRange, 1, MostMembers), "memberIds");
        }

        var members = await db.Members.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        if (members.Count < ids.Count)
        {
            throw new MemberNotFoundException();
        }

        var recording = new Recording(calendar.Now, me.MemberId);
        var workedOn = input.WorkedOn ?? calendar.Today;
        var lines = ids.ConvertAll(id =>
            HoursLine.Of(members[id], input.Kind, input.Hours, workedOn, input.Reason, recording)
        );
        db.HoursLines.AddRange(lines);
        return lines;
    }

    /// <summary>Takes a line back by another one.</summary>
    [Error<HoursLineNotFoundException>]
    [Error<HoursLineAlreadyReversedException>]
    [Error<ReversalCannotBeReversedException>]
    public static async Task<HoursLine> ReverseHoursAsync(
        [ID<HoursLine>] Guid lineId,
        string reason,
        CooperatorDbContext db,
        CoopCalendar calendar,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var line =
            await db.HoursLines.SingleOrDefaultAsync(l => l.Id == lineId, ct) ?? throw new HoursLineNotFoundException();
        if (await db.HoursLines.AnyAsync(l => l.ReversedLineId == lineId, ct))
        {
            throw new HoursLineAlreadyReversedException();
        }

        reason = InvalidInputException.Text(reason, "reason", 500);
        var reversal = line.Reverse(reason, new Recording(calendar.Now, me.MemberId));
        db.HoursLines.Add(reversal);
        return reversal;
    }

    [Error<HoursPeriodsOverlapException>]
    public static async Task<HoursPeriod> OpenHoursPeriodAsync(
        string name,
        DateOnly from,
        DateOnly until,
        decimal quotaHours,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var period = new HoursPeriod(name, new DaySpan(from, until), quotaHours);
        await RefuseOverlapAsync(db, period, ct);
        db.HoursPeriods.Add(period);
        return period;
    }

    [Error<HoursPeriodNotFoundException>]
    [Error<HoursPeriodsOverlapException>]
    public static async Task<HoursPeriod> ChangeHoursPeriodAsync(
        [ID<HoursPeriod>] Guid periodId,
        string name,
        DateOnly from,
        DateOnly until,
        decimal quotaHours,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var period = await FindPeriodAsync(db, periodId, ct);
        period.Change(name, new DaySpan(from, until), quotaHours);
        await RefuseOverlapAsync(db, period, ct);
        return period;
    }

    /// <summary>Removes a period; the hours of its days stay in the ledger.</summary>
    [Error<HoursPeriodNotFoundException>]
    public static async Task<HoursPeriod> RemoveHoursPeriodAsync(
        [ID<HoursPeriod>] Guid periodId,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var period = await FindPeriodAsync(db, periodId, ct);
        period.Remove();
        db.HoursPeriods.Remove(period);
        return period;
    }

    private static async Task<HoursPeriod> FindPeriodAsync(CooperatorDbContext db, Guid id, CancellationToken ct) =>
        await db.HoursPeriods.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new HoursPeriodNotFoundException();

    private static async Task RefuseOverlapAsync(CooperatorDbContext db, HoursPeriod period, CancellationToken ct)
    {
        var (id, from, until) = (period.Id, period.From, period.Until);
        var other = await db.HoursPeriods.FirstOrDefaultAsync(
            p => p.Id != id && p.From <= until && p.Until >= from,
            ct
        );
        if (other is not null)
        {
            throw new HoursPeriodsOverlapException(other.Name, other.From, other.Until);
        }
    }
}
