using Cooperator.Api.Database;
using Cooperator.Api.Database.Queries;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.GraphQL.DataLoaders;

namespace Cooperator.Api.Features.Units;

public sealed class UnitsById(CooperatorDbContext db) : BatchDataLoader<Guid, Unit>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, Unit> Units = new(
        static (db, ids) => db.Units.Where(u => ids.Contains(u.Id))
    );

    protected override async Task<IReadOnlyDictionary<Guid, Unit>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Units.Ask(db, keys).ToDictionaryAsync(u => u.Id, cancellationToken: cancellationToken);
}

public sealed class BuildingsById(CooperatorDbContext db) : BatchDataLoader<Guid, Building>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, Building> Buildings = new(
        static (db, ids) => db.Buildings.Where(b => ids.Contains(b.Id))
    );

    protected override async Task<IReadOnlyDictionary<Guid, Building>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Buildings.Ask(db, keys).ToDictionaryAsync(b => b.Id, cancellationToken: cancellationToken);
}

public sealed class UnitsByBuilding(CooperatorDbContext db) : GroupedDataLoader<Guid, Unit>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, Unit> Units = new(
        static (db, buildings) =>
            db.Units.Where(u => buildings.Contains(u.BuildingId)).OrderBy(u => u.Number).ThenBy(u => u.Id)
    );

    protected override async Task<ILookup<Guid, Unit>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Units.Ask(db, keys).ToLookupAsync(u => u.BuildingId, cancellationToken: cancellationToken);
}

/// <summary>Who lives in units on a day, by any occupancy, by name.</summary>
public sealed class ResidentsByUnit(CooperatorDbContext db) : GroupedDataLoader<(Guid UnitId, DateOnly Day), Member>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, DateOnly, Resident> Residents = new(
        static (db, units, day) =>
            Occupants(db, db.Occupancies.Known().AsOf(day).Where(o => units.Contains(o.UnitId)), day)
                .Distinct()
                .Join(db.Members, h => h.MemberId, m => m.Id, (h, m) => new { h.UnitId, Member = m })
                .OrderBy(r => r.Member.SortName)
                .ThenBy(r => r.Member.Id)
                .Select(r => new Resident(r.UnitId, r.Member))
    );

    protected override async Task<ILookup<(Guid UnitId, DateOnly Day), Member>> LoadGroupedBatchAsync(
        IReadOnlyList<(Guid UnitId, DateOnly Day)> keys,
        CancellationToken cancellationToken
    )
    {
        var found = new List<((Guid, DateOnly) Key, Member Member)>();
        foreach (var day in keys.GroupBy(k => k.Day))
        {
            Guid[] units = [.. day.Select(k => k.UnitId)];
            await foreach (var resident in Residents.Ask(db, units, day.Key).WithCancellation(cancellationToken))
            {
                found.Add(((resident.UnitId, day.Key), resident.Member));
            }
        }

        return found.ToLookup(f => f.Key, f => f.Member);
    }

    private static IQueryable<Home> Occupants(CooperatorDbContext db, IQueryable<Occupancy> occupancies, DateOnly day)
    {
        var alone = occupancies
            .Where(o => o.MemberId != null)
            .Select(o => new Home { MemberId = o.MemberId!.Value, UnitId = o.UnitId });
        var together = occupancies.Join(
            db.HouseholdMemberships.AsOf(day),
            o => o.HouseholdId,
            m => m.HouseholdId,
            (o, m) => new Home { MemberId = m.MemberId, UnitId = o.UnitId }
        );
        return alone.Concat(together);
    }

    private sealed record Resident(Guid UnitId, Member Member);
}
