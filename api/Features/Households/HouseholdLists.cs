using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Households;

/// <summary>Which households a list shows.</summary>
internal static class HouseholdLists
{
    public static IQueryable<HouseholdMembership> AsOf(
        this IQueryable<HouseholdMembership> memberships,
        DateOnly day
    ) => memberships.Where(m => m.From <= day && (m.Until == null || m.Until >= day));

    public static IQueryable<Household> LivedIn(this IQueryable<Household> households, DateOnly day) =>
        households.Where(h => h.Memberships.Any(m => m.From <= day && (m.Until == null || m.Until >= day)));

    public static IQueryable<Household> Matching(
        this IQueryable<Household> households,
        string? search,
        CooperatorDbContext db
    )
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return households;
        }

        var pattern = SearchPattern.Of(search);
        var people = db.Members.Where(p => EF.Functions.ILike(p.DisplayName, pattern, SearchPattern.Escape));
        return households.Where(h =>
            EF.Functions.ILike(h.Name, pattern, SearchPattern.Escape)
            || h.Memberships.Any(m => people.Any(p => p.Id == m.MemberId))
        );
    }

    /// <summary>The number of a unit in which nobody would live any more, if a member gave up those days.</summary>
    public static async Task<string?> HomeDesertedAsync(
        this CooperatorDbContext db,
        Household household,
        Guid memberId,
        DaySpan givenUp,
        CancellationToken ct
    )
    {
        var homes = await db
            .Occupancies.AsNoTracking()
            .Known()
            .Where(o => o.HouseholdId == household.Id)
            .ToListAsync(ct);
        var deserted = homes.Find(o => household.WouldDesert(o.Days, memberId, givenUp));
        return deserted is null
            ? null
            : await db.Units.Where(u => u.Id == deserted.UnitId).Select(u => u.Number).SingleAsync(ct);
    }

    /// <summary>The number of a unit in which the household is known to live on after a day.</summary>
    public static Task<string?> HomeAfterAsync(
        this CooperatorDbContext db,
        Guid householdId,
        DateOnly day,
        CancellationToken ct
    ) =>
        db
            .Occupancies.Known()
            .Where(o => o.HouseholdId == householdId && (o.Until == null || o.Until > day))
            .Join(db.Units, o => o.UnitId, u => u.Id, (_, u) => u.Number)
            .FirstOrDefaultAsync(ct);
}
