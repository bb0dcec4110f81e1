using Cooperator.Api.Database;
using Cooperator.Api.Features.Units;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Occupancies;

/// <summary>What is now known of who occupies one unit, and when.</summary>
public sealed class Timeline(IReadOnlyCollection<Occupancy> occupancies)
{
    public static async Task<Timeline> LoadAsync(CooperatorDbContext db, Guid unitId, CancellationToken ct) =>
        new(await db.Occupancies.AsNoTracking().Known().Where(o => o.UnitId == unitId).ToListAsync(ct));

    /// <summary>Whoever lives in the unit on a day or later, in whichever way; the earliest first.</summary>
    internal Occupancy? FirstFrom(DateOnly day) =>
        occupancies.Where(o => o.SupersededAt is null && (o.Until is null || o.Until >= day)).MinBy(o => o.From);

    /// <summary>A unit has one primary occupancy at a time. The database holds the same, for two requests at once.</summary>
    internal void MakeRoom(Unit unit, OccupancyTerms terms, Occupancy? except)
    {
        if (!terms.Primary)
        {
            return;
        }

        var inTheWay = occupancies.FirstOrDefault(o =>
            o.Primary && o.SupersededAt is null && o.Id != except?.Id && o.Days.Overlaps(terms.Days)
        );
        if (inTheWay is not null)
        {
            throw new UnitAlreadyLetException(unit.Number, inTheWay.From, inTheWay.Until);
        }
    }
}
