using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Members;

/// <summary>What leaving the co-op means for the homes: nobody may live here and not be a member.</summary>
internal static class Departure
{
    public static async Task LeaveHomesAsync(
        CooperatorDbContext db,
        Guid memberId,
        DaySpan givenUp,
        CancellationToken ct
    )
    {
        var households = await db
            .Households.Include(h => h.Memberships)
            .Where(h =>
                h.Memberships.Any(m =>
                    m.MemberId == memberId
                    && (m.Until == null || m.Until >= givenUp.From)
                    && (givenUp.Until == null || m.From <= givenUp.Until)
                )
            )
            .ToListAsync(ct);
        var ids = households.ConvertAll(h => (Guid?)h.Id);
        var homes = await db
            .Occupancies.AsNoTracking()
            .Known()
            .Where(o => o.MemberId == memberId || ids.Contains(o.HouseholdId))
            .ToListAsync(ct);
        if (UnitKept(memberId, givenUp, households, homes) is { } unitId)
        {
            var number = await db.Units.Where(u => u.Id == unitId).Select(u => u.Number).SingleAsync(ct);
            throw new MemberStillLivesHereException(number);
        }

        LeaveHouseholds(memberId, givenUp, households);
    }

    /// <summary>
    /// A unit that the member, or a household nobody else is in, would keep on some of those days; null for none.
    /// </summary>
    public static Guid? UnitKept(
        Guid memberId,
        DaySpan givenUp,
        IReadOnlyCollection<Household> households,
        IEnumerable<Occupancy> homes
    )
    {
        var byId = households.ToDictionary(h => h.Id);
        return homes
            .FirstOrDefault(o =>
                o.MemberId == memberId
                    ? o.Days.Overlaps(givenUp)
                    : o.HouseholdId is { } id
                        && byId.TryGetValue(id, out var household)
                        && household.WouldDesert(o.Days, memberId, givenUp)
            )
            ?.UnitId;
    }

    public static void LeaveHouseholds(Guid memberId, DaySpan givenUp, IEnumerable<Household> households)
    {
        foreach (var household in households)
        {
            household.LeaveForGood(memberId, givenUp);
        }
    }
}
