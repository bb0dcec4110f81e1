using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Members;

/// <summary>What leaving the co-op means for the homes: nobody may live here and not be a member.</summary>
internal static class Departure
{
    public static async Task LeaveHomesAsync(
        CooperatorDbContext db,
        Guid memberId,
        DateOnly leftOn,
        CancellationToken ct
    )
    {
        var households = await db
            .Households.Include(h => h.Memberships)
            .Where(h => h.Memberships.Any(m => m.MemberId == memberId && (m.Until == null || m.Until > leftOn)))
            .ToListAsync(ct);
        var ids = households.ConvertAll(h => (Guid?)h.Id);
        var homes = await db
            .Occupancies.AsNoTracking()
            .Known()
            .Where(o => o.MemberId == memberId || ids.Contains(o.HouseholdId))
            .ToListAsync(ct);
        if (UnitKept(memberId, leftOn, households, homes) is { } unitId)
        {
            var number = await db.Units.Where(u => u.Id == unitId).Select(u => u.Number).SingleAsync(ct);
            throw new MemberStillLivesHereException(number);
        }

        LeaveHouseholds(memberId, leftOn, households);
    }

    /// <summary>A unit that the member, or a household nobody else stays in, would keep beyond that day; null for none.</summary>
    public static Guid? UnitKept(
        Guid memberId,
        DateOnly leftOn,
        IReadOnlyCollection<Household> households,
        IEnumerable<Occupancy> homes
    )
    {
        var deserted = households
            .Where(h => !h.Memberships.Any(m => m.MemberId != memberId && m.Days.IsOpenAfter(leftOn)))
            .Select(h => (Guid?)h.Id)
            .ToHashSet();
        return homes
            .FirstOrDefault(o =>
                o.Days.IsOpenAfter(leftOn)
                && (o.MemberId == memberId || (o.HouseholdId is not null && deserted.Contains(o.HouseholdId)))
            )
            ?.UnitId;
    }

    public static void LeaveHouseholds(Guid memberId, DateOnly leftOn, IEnumerable<Household> households)
    {
        foreach (var household in households)
        {
            household.LeaveForGood(memberId, leftOn);
        }
    }
}
