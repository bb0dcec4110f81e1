using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

/// <summary>
/// Hands out the days of duties that have come near enough: a task each, given to whose turn it is. Run as often as one
/// likes and by as many nodes: the database takes each day of a duty once.
/// </summary>
public sealed class DutyPlanner(CooperatorDbContext db, CoopCalendar calendar, DutyNews news)
{
    /// <summary>Hands out what is due for all duties that go on. Gives the number of days.</summary>
    public async Task<int> PlanAsync(CancellationToken ct) =>
        await HandOutAsync(
            await db.Duties.Include(d => d.Places).Where(d => d.EndedOn == null).OrderBy(d => d.Id).ToListAsync(ct),
            ct
        );

    /// <summary>
    /// Hands out what is due of these duties. Days that passed while nobody planned are left out: nobody could do them any
    /// more.
    /// </summary>
    public async Task<int> HandOutAsync(IReadOnlyCollection<RecurringDuty> duties, CancellationToken ct)
    {
        var turns = await Turns.LoadAsync(db, duties, ct);
        var today = calendar.Today;
        var days = duties
            .SelectMany(duty => duty.DueFrom(turns[duty.Id].From(today), today).Select(day => (Duty: duty, Day: day)))
            .ToList();
        if (days.Count == 0)
        {
            return 0;
        }

        var place = await db.EndOfColumnAsync(TaskColumn.Todo, ct);
        var given = new List<GivenDay>();
        foreach (var ((duty, day), rank) in days.Zip(Rank.Following(place.Rank, days.Count, Random.Shared)))
        {
            var memberId = turns[duty.Id].Next(day);
            var occurrence = HandOut(duty, day, memberId, place with { Rank = rank });
            if (memberId is { } id)
            {
                given.Add(new(id, duty, occurrence));
            }
        }

        await news.TellAsync(given, ct);
        return days.Count;
    }

    /// <summary>Whose turns come next in each duty, after those that are handed out, as far as is known today.</summary>
    public async Task<ILookup<Guid, DutyTurn>> PreviewAsync(
        IReadOnlyCollection<RecurringDuty> duties,
        int count,
        CancellationToken ct
    )
    {
        var goingOn = duties.Where(d => d.EndedOn is null).ToList();
        var turns = await Turns.LoadAsync(db, goingOn, ct);
        return goingOn
            .SelectMany(duty => Ahead(duty, turns[duty.Id]).Take(count).Select(turn => (duty.Id, Turn: turn)))
            .ToLookup(t => t.Id, t => t.Turn);
    }

    private IEnumerable<DutyTurn> Ahead(RecurringDuty duty, Turns turns)
    {
        var from = turns.From(calendar.Today);
        return DutyRule
            .Parse(duty.Rule)
            .Days(duty.FirstOn, from, from.AddYears(DutyTurn.YearsAhead))
            .Select(day => new DutyTurn(day, turns.Next(day)));
    }

    private DutyOccurrence HandOut(RecurringDuty duty, DateOnly day, Guid? memberId, TaskPlace place)
    {
        var description = new TaskDescription(duty.Title, duty.Description, day, duty.EstimateHours);
        var task = new CoopTask(description, place, duty.CreatedById, calendar.Now);
        if (memberId is { } id)
        {
            task.HandOut(id, duty.CreatedById, calendar.Now);
        }

        db.Tasks.Add(task);
        var occurrence = duty.HandOut(day, memberId, task.Id);
        db.DutyOccurrences.Add(occurrence);
        return occurrence;
    }
}
