using Cooperator.Api.Database;
using Cooperator.Api.Database.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

/// <summary>Asks the limits of the board before a card comes into a column or to a member.</summary>
internal static class BoardLimits
{
    internal static readonly PreparedQuery<TaskColumn, BoardColumn> Limited = new(
        static (db, column) => db.BoardColumns.Where(c => c.Column == column && c.WipLimit != null)
    )
    {
        Tracked = true,
    };

    /// <exception cref="ColumnIsFullException">The column has a limit, and as many cards.</exception>
    public static async Task TakePlaceAsync(this CooperatorDbContext db, TaskColumn column, CancellationToken ct)
    {
        if (await Limited.Ask(db, column).SingleOrDefaultAsync(ct) is { } limited)
        {
            limited.TakePlace(await db.Tasks.CountAsync(t => t.Column == column, ct));
        }
    }

    /// <exception cref="AssignmentLimitReachedException">The member has as many tasks as members may have.</exception>
    public static async Task TakeTaskAsync(
        this CooperatorDbContext db,
        Guid memberId,
        DateOnly today,
        CancellationToken ct
    )
    {
        if (await db.BoardSettings.Select(s => s.AssignmentLimit).SingleOrDefaultAsync(ct) is not { } most)
        {
            return;
        }

        var until = await db
            .AssignmentExemptions.Where(e => e.MemberId == memberId)
            .Select(e => (DateOnly?)e.Until)
            .SingleOrDefaultAsync(ct);
        var active = await db.TaskAssignments.Active(db).CountAsync(a => a.MemberId == memberId, ct);
        new AssignmentLimit(most, until).MakeRoom(active, today);
        var workload = await db.MemberWorkloads.SingleOrDefaultAsync(w => w.MemberId == memberId, ct);
        if (workload is null)
        {
            db.MemberWorkloads.Add(workload = new MemberWorkload(memberId));
        }

        workload.Grow();
    }
}
