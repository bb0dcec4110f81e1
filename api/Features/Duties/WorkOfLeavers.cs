using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

/// <summary>
/// Who leaves holds nothing any longer. Days of duties on which they are no member any longer go to whose turn it is then,
/// at once; tasks are released when the last day is over. Done again it changes nothing.
/// </summary>
public sealed class WorkOfLeavers(CooperatorDbContext db, CoopCalendar calendar, DutyNews news)
{
    /// <param name="member">Who leaves.</param>
    /// <param name="givenUp">The days on which they are no member any longer.</param>
    /// <param name="ct">Cancels.</param>
    public async Task GiveBackAsync(Member member, DaySpan givenUp, CancellationToken ct)
    {
        // Who was a member before or is one again holds tasks as anybody does.
        var left = givenUp.From <= calendar.Today && member.StatusOn(calendar.Today) != MembershipStatus.Current;
        var tasks = await HeldAsync(member.Id, ct);
        Guid[] ids = [.. tasks.Select(t => t.Id)];
        var days = await db
            .DutyOccurrences.Where(o => ids.Contains(o.TaskId))
            .Where(o => o.DueOn >= givenUp.From && (givenUp.Until == null || o.DueOn <= givenUp.Until))
            .OrderBy(o => o.DueOn)
            .ThenBy(o => o.Id)
            .ToListAsync(ct);
        var ofDays = days.Select(d => d.TaskId).ToHashSet();
        var released = tasks.Where(t => left || ofDays.Contains(t.Id)).ToList();
        released.ForEach(t => t.Release(member.Id));
        var byId = released.Where(t => t.Assignments.Count == 0).ToDictionary(t => t.Id);
        var deserted = days.Where(d => byId.ContainsKey(d.TaskId) && d.DueOn >= calendar.Today).ToList();
        var given = await HandOnAsync(deserted, byId, member.Id, ct);
        await LapseSwapsAsync(member.Id, givenUp, days, ct);
        if (byId.Count > given.Count)
        {
            member.LeaveWork(tasks: byId.Count - given.Count, handedOn: given.Count);
        }
    }

    private Task<List<CoopTask>> HeldAsync(Guid memberId, CancellationToken ct) =>
        db
            .Tasks.Include(t => t.Assignments)
            .Where(t => t.Column != TaskColumn.Done && t.Assignments.Any(a => a.MemberId == memberId))
            .OrderBy(t => t.Id)
            .ToListAsync(ct);

    private async Task<List<GivenDay>> HandOnAsync(
        List<DutyOccurrence> days,
        Dictionary<Guid, CoopTask> tasks,
        Guid memberId,
        CancellationToken ct
    )
    {
        Guid[] ids = [.. days.Select(d => d.DutyId).Distinct()];
        var duties = await db
            .Duties.Include(d => d.Places)
            .Where(d => ids.Contains(d.Id))
            .ToDictionaryAsync(d => d.Id, ct);
        var turns = await Turns.LoadAsync(db, duties.Values, without: memberId, ct);
        var given = new List<GivenDay>();
        foreach (var day in days)
        {
            var duty = duties[day.DutyId];
            var next = turns[duty.Id].Next(day.DueOn);
            duty.HandOn(day, next);
            if (next is { } id)
            {
                tasks[day.TaskId].HandOut(id, duty.CreatedById, calendar.Now);
                given.Add(new(id, duty, day));
            }
        }

        await news.TellAsync(given, ct);
        return given;
    }

    private async Task LapseSwapsAsync(Guid memberId, DaySpan givenUp, List<DutyOccurrence> days, CancellationToken ct)
    {
        Guid?[] ids = [.. days.Select(d => (Guid?)d.Id)];
        var open = await db
            .DutySwaps.Where(s =>
                s.State == DutySwapState.Offered
                && (
                    (
                        (s.OfferedById == memberId || s.ToMemberId == memberId)
                        && s.DueOn >= givenUp.From
                        && (givenUp.Until == null || s.DueOn <= givenUp.Until)
                    ) || ids.Contains(s.InReturnId)
                )
            )
            .ToListAsync(ct);
        open.ForEach(s => s.Lapse(calendar.Now));
    }
}
