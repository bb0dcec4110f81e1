using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.GraphQL.DataLoaders;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Units;

public sealed class UnitsById(CooperatorDbContext db) : BatchDataLoader<Guid, Unit>
{
    protected override async Task<IReadOnlyDictionary<Guid, Unit>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await db.Units.Where(u => keys.Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancellationToken);
}

public sealed class BuildingsById(CooperatorDbContext db) : BatchDataLoader<Guid, Building>
{
    protected override async Task<IReadOnlyDictionary<Guid, Building>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await db.Buildings.Where(b => keys.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancellationToken);
}

public sealed class UnitsByBuilding(CooperatorDbContext db) : GroupedDataLoader<Guid, Unit>
{
    protected override async Task<ILookup<Guid, Unit>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        var units = db.Units.Where(u => keys.Contains(u.BuildingId)).OrderBy(u => u.Number).ThenBy(u => u.Id);
        return (await units.ToListAsync(cancellationToken)).ToLookup(u => u.BuildingId);
    }
}

/// <summary>Who lives in units on a day, by any occupancy, by name.</summary>
public sealed class ResidentsByUnit(CooperatorDbContext db) : GroupedDataLoader<(Guid UnitId, DateOnly Day), Member>
{
    protected override async Task<ILookup<(Guid UnitId, DateOnly Day), Member>> LoadGroupedBatchAsync(
        IReadOnlyList<(Guid UnitId, DateOnly Day)> keys,
        CancellationToken cancellationToken
    )
    {
        var found = new List<((Guid, DateOnly) Key, Member Member)>();
        foreach (var day in keys.GroupBy(k => k.Day))
        {
            var units = day.Select(k => k.UnitId).ToList();
            var occupancies = db.Occupancies.Known().AsOf(day.Key).Where(o => units.Contains(o.UnitId));
            var alone = occupancies
                .Where(o => o.MemberId != null)
                .Select(o => new Home { MemberId = o.MemberId!.Value, UnitId = o.UnitId });
            var together = occupancies.Join(
                db.HouseholdMemberships.AsOf(day.Key),
                o => o.HouseholdId,
                m => m.HouseholdId,
                (o, m) => new Home { MemberId = m.MemberId, UnitId = o.UnitId }
            );
            var residents = await alone
                .Concat(together)
                .Distinct()
                .Join(db.Members, h => h.MemberId, m => m.Id, (h, m) => new { h.UnitId, Member = m })
                .OrderBy(r => r.Member.SortName)
                .ThenBy(r => r.Member.Id)
                .ToListAsync(cancellationToken);
            found.AddRange(residents.Select(r => ((r.UnitId, day.Key), r.Member)));
        }

        return found.ToLookup(f => f.Key, f => f.Member);
    }
}
