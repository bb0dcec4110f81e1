using Cooperator.Api.Database;
using Cooperator.Api.Features.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

internal static class DutyOffers
{
    /// <summary>
    /// Ends what nobody can take any more, after the task of a day has changed: the offer of who does not hold it any longer,
    /// and of what is done. Whoever holds it now may offer it anew.
    /// </summary>
    public static async Task LapseOffersAsync(
        this CooperatorDbContext db,
        CoopTask task,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var days = db.DutyOccurrences.Where(o => o.TaskId == task.Id);
        var offers = await db
            .DutySwaps.Where(s => s.State == DutySwapState.Offered && days.Any(o => o.Id == s.OccurrenceId))
            .ToListAsync(ct);
        // The one that is just accepted is still open where it is read from.
        foreach (var offer in offers.Where(s => s.State == DutySwapState.Offered && !s.IsTenableFor(task)))
        {
            offer.Lapse(now);
        }
    }
}
