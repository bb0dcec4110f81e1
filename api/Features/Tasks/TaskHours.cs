using Cooperator.Api.Database;
using Cooperator.Api.Features.Hours;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

/// <summary>
/// What is done counts in the hours ledger, in the transaction that completes it. The estimate is what the work takes in
/// all, so those who did it together share it.
/// </summary>
internal static class TaskHours
{
    /// <summary>Gives the hours to those who have the task; nothing when nobody said how many it takes.</summary>
    public static void CreditHours(this CooperatorDbContext db, CoopTask task, DateOnly today, Recording recording)
    {
        if (task.EstimateHours is not { } hours)
        {
            return;
        }

        var holders = task.Assignments.Select(a => a.MemberId).Order().ToList();
        foreach (var (share, memberId) in Shares(hours, holders.Count).Zip(holders).Where(s => s.First > 0))
        {
            db.HoursLines.Add(HoursLine.ForTask(memberId, task.Id, task.Completions, share, today, recording));
        }
    }

    /// <summary>Takes the hours of the latest completion back.</summary>
    public static async Task TakeHoursBackAsync(
        this CooperatorDbContext db,
        CoopTask task,
        Recording recording,
        CancellationToken ct
    )
    {
        var lines = await db
            .HoursLines.Where(l => l.TaskId == task.Id && l.TaskCompletion == task.Completions)
            .ToListAsync(ct);
        var ids = lines.ConvertAll(l => l.Id);
        var reversed = await db.HoursLines.Where(l => ids.Contains(l.ReversedLineId!.Value)).ToListAsync(ct);
        var standing = lines.Where(l => !reversed.Exists(r => r.ReversedLineId == l.Id));
        db.HoursLines.AddRange(standing.Select(l => l.Reverse(reason: null, recording)));
    }

    /// <summary>Equal parts to the hundredth, which together are the whole: the first ones are larger by a hundredth.</summary>
    internal static IEnumerable<decimal> Shares(decimal hours, int count)
    {
        var hundredths = (int)(hours * 100);
        return Enumerable.Range(0, count).Select(i => (hundredths / count + (i < hundredths % count ? 1 : 0)) / 100m);
    }
}
