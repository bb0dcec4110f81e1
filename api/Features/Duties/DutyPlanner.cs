using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

/// <summary>
/// Hands out the days of duties that have come near enough: a task each, given to whose turn it is. Run as often as one
/// likes and by as many nodes: the database takes each day of a duty once.
/// </summary>
public sealed class DutyPlanner(CooperatorDbContext db, CoopCalendar calendar)
{
    /// <summary>Hands out what is due for all duties that go on. Gives the number of days.</summary>
    public async Task<int> PlanAsync(CancellationToken ct)
    {
        var duties = await db
            .Duties.Include(d => d.Places)
            .Where(d => d.EndedOn == null)
            .OrderBy(d => d.Id)
            .ToListAsync(ct);
        var count = 0;
        foreach (var duty in duties)
        {
            count += await HandOutAsync(duty, ct);
        }

        return count;
    }

    /// <summary>
    /// Hands out what is due of one duty. Days that passed while nobody planned are left out: nobody could do them any more.
    /// </summary>
    public async Task<int> HandOutAsync(RecurringDuty duty, CancellationToken ct)
    {
        var turns = await TurnsAsync(duty, ct);
        var today = calendar.Today;
        var from = turns.Latest is { } latest && latest >= today ? latest.AddDays(1) : today;
        var days = duty.DueFrom(from, today).ToList();
        if (days.Count == 0)
        {
            return 0;
        }

        var place = await db.EndOfColumnAsync(TaskColumn.Todo, ct);
        var ranks = Rank.Following(place.Rank, days.Count, Random.Shared);
        foreach (var (day, rank) in days.Zip(ranks))
        {
            var memberId = turns.Rotation.Next(day, turns.Eligibility.Can);
            var description = new TaskDescription(duty.Title, duty.Description, day, duty.EstimateHours);
            var task = new CoopTask(description, place with { Rank = rank }, duty.CreatedById, calendar.Now);
            if (memberId is { } id)
            {
                task.Assign(id, duty.CreatedById, calendar.Now);
            }

            db.Tasks.Add(task);
            db.DutyOccurrences.Add(duty.HandOut(day, memberId, task.Id));
        }

        return days.Count;
    }

    /// <summary>Whose turns come next, after those that are handed out, as far as is known today.</summary>
    public async Task<List<DutyTurn>> PreviewAsync(RecurringDuty duty, int count, CancellationToken ct)
    {
        if (duty.EndedOn is not null)
        {
            return [];
        }

        var turns = await TurnsAsync(duty, ct);
        var from = turns.Latest is { } latest && latest >= calendar.Today ? latest.AddDays(1) : calendar.Today;
        return
        [
            .. DutyRule
                .Parse(duty.Rule)
                .Days(duty.FirstOn, from, from.AddYears(DutyTurn.YearsAhead))
                .Take(count)
                .Select(day => new DutyTurn(day, turns.Rotation.Next(day, turns.Eligibility.Can))),
        ];
    }

    private async Task<Turns> TurnsAsync(RecurringDuty duty, CancellationToken ct)
    {
        var latest = await db
            .DutyOccurrences.Where(o => o.DutyId == duty.Id)
            .GroupBy(o => o.PlannedMemberId)
            .Select(g => new { MemberId = g.Key, DueOn = g.Max(o => o.DueOn) })
            .ToListAsync(ct);
        var lastTurns = latest.Where(l => l.MemberId is not null).ToDictionary(l => l.MemberId!.Value, l => l.DueOn);
        return new Turns(
            new Rotation(duty.MemberIds, lastTurns),
            await DutyEligibility.LoadAsync(db, duty.MemberIds, ct),
            latest.Count > 0 ? latest.Max(l => l.DueOn) : null
        );
    }

    private sealed record Turns(Rotation Rotation, DutyEligibility Eligibility, DateOnly? Latest);
}
