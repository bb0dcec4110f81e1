using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Households;

[MutationType]
[Authorize(Policy = Policies.Admin)]
[Error<InvalidInputException>]
public static class HouseholdMutations
{
    /// <summary>Members begin to live together.</summary>
    [Error<MemberNotFoundException>]
    [Error<AlreadyInHouseholdException>]
    public static async Task<Household> FormHouseholdAsync(
        string name,
        [ID<Member>] IReadOnlyList<Guid> memberIds,
        DateOnly from,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var household = Household.Form(name);
        foreach (var memberId in memberIds.Distinct())
        {
            await JoinAsync(household, memberId, from, db, ct);
        }

        db.Households.Add(household);
        return household;
    }

    [Error<HouseholdNotFoundException>]
    public static async Task<Household> RenameHouseholdAsync(
        [ID<Household>] Guid householdId,
        string name,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var household = await FindAsync(db, householdId, ct);
        household.Rename(name);
        return household;
    }

    [Error<HouseholdNotFoundException>]
    [Error<MemberNotFoundException>]
    [Error<AlreadyInHouseholdException>]
    public static async Task<Household> JoinHouseholdAsync(
        [ID<Household>] Guid householdId,
        [ID<Member>] Guid memberId,
        DateOnly from,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var household = await FindAsync(db, householdId, ct);
        await JoinAsync(household, memberId, from, db, ct);
        return household;
    }

    /// <summary>A member moves on; <paramref name="until"/> is the last day in the household.</summary>
    [Error<HouseholdNotFoundException>]
    [Error<NotInHouseholdException>]
    public static async Task<Household> LeaveHouseholdAsync(
        [ID<Household>] Guid householdId,
        [ID<Member>] Guid memberId,
        DateOnly until,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var household = await FindAsync(db, householdId, ct);
        household.Leave(memberId, until);
        return household;
    }

    private static async Task JoinAsync(
        Household household,
        Guid memberId,
        DateOnly from,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var member =
            await db.Members.SingleOrDefaultAsync(m => m.Id == memberId, ct) ?? throw new MemberNotFoundException();
        var others = await db.HouseholdMemberships.Where(m => m.MemberId == memberId).ToListAsync(ct);
        household.Join(member, new DaySpan(from, null), others);
    }

    private static async Task<Household> FindAsync(CooperatorDbContext db, Guid id, CancellationToken ct) =>
        await db.Households.Include(h => h.Memberships).SingleOrDefaultAsync(h => h.Id == id, ct)
        ?? throw new HouseholdNotFoundException();
}
