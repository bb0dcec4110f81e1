using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

/// <summary>
/// Gives back the work of those whose last day is over, and of those of whom a list that was taken over said that they
/// leave.
/// </summary>
internal sealed class WorkOfLeaversRound(EachCoop coops) : IRecurringJob
{
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var leavers = await coops.SumAsync(GiveBackAsync, cancellationToken);
        return leavers == 0 ? "Nobody who leaves has work." : $"Members who leave, looked after: {leavers}.";
    }

    private static async Task<int> GiveBackAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<CooperatorDbContext>();
        var today = services.GetRequiredService<CoopCalendar>().Today;
        var holders = db.TaskAssignments.Active(db).Select(a => a.MemberId);
        var open = db.DutySwaps.Where(s => s.State == DutySwapState.Offered);
        var leavers = await db
            .Members.Include(m => m.Periods)
            .Where(m => m.Periods.Any(p => p.LeftOn != null))
            .Where(m => holders.Contains(m.Id) || open.Any(s => s.OfferedById == m.Id || s.ToMemberId == m.Id))
            .OrderBy(m => m.Id)
            .ToListAsync(ct);
        var work = services.GetRequiredService<WorkOfLeavers>();
        var away = leavers
            .SelectMany(m => m.DaysAwayFrom(today), (member, days) => (Member: member, Days: days))
            .ToList();
        foreach (var (member, days) in away)
        {
            await work.GiveBackAsync(member, days, ct);
        }

        return away.DistinctBy(a => a.Member.Id).Count();
    }
}
