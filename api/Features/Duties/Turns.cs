using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

/// <summary>How far a duty is handed out, and whose turns come next.</summary>
internal sealed class Turns(Rotation rotation, DutyEligibility people, DateOnly? plannedUntil)
{
    /// <summary>The first day from today on that is not handed out yet.</summary>
    public DateOnly From(DateOnly today) => plannedUntil >= today ? plannedUntil.Value.AddDays(1) : today;

    /// <summary>Plans a turn; null when nobody can.</summary>
    public Guid? Next(DateOnly day) => rotation.Next(day, people.Can);

    /// <summary>The same without one member, who leaves.</summary>
    public static Task<Dictionary<Guid, Turns>> LoadAsync(
        CooperatorDbContext db,
        IReadOnlyCollection<RecurringDuty> duties,
        Guid without,
        CancellationToken ct
    ) => LoadAsync(db, duties, member => member != without, ct);

    /// <summary>Asks as often for a hundred duties as for one.</summary>
    public static Task<Dictionary<Guid, Turns>> LoadAsync(
        CooperatorDbContext db,
        IReadOnlyCollection<RecurringDuty> duties,
        CancellationToken ct
    ) => LoadAsync(db, duties, _ => true, ct);

    private static async Task<Dictionary<Guid, Turns>> LoadAsync(
        CooperatorDbContext db,
        IReadOnlyCollection<RecurringDuty> duties,
        Func<Guid, bool> who,
        CancellationToken ct
    )
    {
        Guid[] ids = [.. duties.Select(d => d.Id)];
        var planned = await db
            .DutyOccurrences.Where(o => ids.Contains(o.DutyId))
            .GroupBy(o => new { o.DutyId, o.PlannedMemberId })
            .Select(g => new
            {
                g.Key.DutyId,
                g.Key.PlannedMemberId,
                DueOn = g.Max(o => o.DueOn),
            })
            .ToListAsync(ct);
        Guid[] members = [.. duties.SelectMany(d => d.MemberIds).Distinct()];
        var people = await DutyEligibility.LoadAsync(db, members, ct);
        var latest = planned.ToLookup(p => p.DutyId);
        return duties.ToDictionary(
            d => d.Id,
            d =>
            {
                var lastTurns = latest[d.Id]
                    .Where(p => p.PlannedMemberId is not null)
                    .ToDictionary(p => p.PlannedMemberId!.Value, p => p.DueOn);
                var rotation = new Rotation([.. d.MemberIds.Where(who)], lastTurns);
                return new Turns(rotation, people, d.PlannedUntil);
            }
        );
    }
}
