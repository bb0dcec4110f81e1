using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

[MutationType]
[Authorize(Policy = Policies.Admin)]
public static class BoardMutations
{
    /// <summary>Names a column and limits how many cards stand in it at once. DONE takes any number.</summary>
    /// <param name="name">Null for the usual name.</param>
    /// <param name="wipLimit">Null for no limit. Cards that are there already stay.</param>
    [Error<InvalidInputException>]
    public static async Task<BoardColumn> SetBoardColumnAsync(
        TaskColumn column,
        string? name,
        int? wipLimit,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var changed = await db.BoardColumns.SingleOrDefaultAsync(c => c.Column == column, ct);
        if (changed is null)
        {
            db.BoardColumns.Add(changed = new BoardColumn(column));
        }

        changed.Set(name, wipLimit);
        return changed;
    }

    /// <summary>Limits how many tasks a member may have at once that are not done. What they have already stays theirs.</summary>
    /// <param name="limit">Null for no limit.</param>
    [Error<InvalidInputException>]
    public static async Task<Board> SetAssignmentLimitAsync(int? limit, CooperatorDbContext db, CancellationToken ct)
    {
        var settings = await db.BoardSettings.SingleOrDefaultAsync(ct);
        if (settings is null)
        {
            db.BoardSettings.Add(settings = new BoardSettings());
        }

        settings.LimitAssignments(limit);
        return new Board();
    }

    /// <summary>Lifts the assignment limit for a member until a day, or changes until when.</summary>
    /// <param name="until">The last day.</param>
    /// <param name="reason">Shown to the member and to the board.</param>
    [Error<InvalidInputException>]
    [Error<MemberNotFoundException>]
    public static async Task<Member> ExemptFromAssignmentLimitAsync(
        [ID<Member>] Guid memberId,
        DateOnly until,
        string? reason,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var member = await FindMemberAsync(db, memberId, ct);
        var exemption = await db.AssignmentExemptions.SingleOrDefaultAsync(e => e.MemberId == memberId, ct);
        if (exemption is null)
        {
            db.AssignmentExemptions.Add(exemption = new AssignmentExemption(memberId));
        }

        exemption.Grant(until, reason);
        return member;
    }

    [Error<MemberNotFoundException>]
    [Error<AssignmentExemptionNotFoundException>]
    public static async Task<Member> EndAssignmentExemptionAsync(
        [ID<Member>] Guid memberId,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var member = await FindMemberAsync(db, memberId, ct);
        var exemption =
            await db.AssignmentExemptions.SingleOrDefaultAsync(e => e.MemberId == memberId, ct)
            ?? throw new AssignmentExemptionNotFoundException();
        exemption.End();
        db.AssignmentExemptions.Remove(exemption);
        return member;
    }

    private static async Task<Member> FindMemberAsync(CooperatorDbContext db, Guid id, CancellationToken ct) =>
        await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new MemberNotFoundException();
}
