using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;
using Cooperator.GraphQL.DataLoaders;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Occupancies;

public sealed class OccupanciesById(CooperatorDbContext db) : BatchDataLoader<Guid, Occupancy>
{
    protected override async Task<IReadOnlyDictionary<Guid, Occupancy>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await db.Occupancies.Where(o => keys.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
}

/// <summary>A unit, and of which day and as known when its occupancies are asked for.</summary>
public readonly record struct UnitMoment(Guid UnitId, DateOnly? AsOf, DateTimeOffset? KnownAt);

/// <summary>Who occupies units; the latest first.</summary>
public sealed class OccupanciesByUnit(CooperatorDbContext db) : GroupedDataLoader<UnitMoment, Occupancy>
{
    protected override async Task<ILookup<UnitMoment, Occupancy>> LoadGroupedBatchAsync(
        IReadOnlyList<UnitMoment> keys,
        CancellationToken cancellationToken
    )
    {
        var found = new List<(UnitMoment Key, Occupancy Occupancy)>();
        foreach (var moment in keys.GroupBy(k => (k.AsOf, k.KnownAt)))
        {
            var units = moment.Select(k => k.UnitId).ToList();
            var occupancies = await db
                .Occupancies.KnownAt(moment.Key.KnownAt)
                .AsOf(moment.Key.AsOf)
                .Where(o => units.Contains(o.UnitId))
                .OrderByDescending(o => o.From)
                .ThenByDescending(o => o.Id)
                .ToListAsync(cancellationToken);
            found.AddRange(occupancies.Select(o => (new UnitMoment(o.UnitId, moment.Key.AsOf, moment.Key.KnownAt), o)));
        }

        return found.ToLookup(f => f.Key, f => f.Occupancy);
    }
}

/// <summary>Where members have lived, alone or with a household; the latest first.</summary>
public sealed class OccupanciesByMember(CooperatorDbContext db) : GroupedDataLoader<Guid, Occupancy>
{
    protected override async Task<ILookup<Guid, Occupancy>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        var memberships = await db
            .HouseholdMemberships.Where(m => keys.Contains(m.MemberId))
            .ToListAsync(cancellationToken);
        var households = memberships.Select(m => m.HouseholdId).Distinct().ToList();
        var occupancies = await db
            .Occupancies.Known()
            .Where(o => keys.Contains(o.MemberId!.Value) || households.Contains(o.HouseholdId!.Value))
            .OrderByDescending(o => o.From)
            .ThenByDescending(o => o.Id)
            .ToListAsync(cancellationToken);
        return occupancies
            .SelectMany(o => Occupants(o, memberships).Select(member => (member, o)))
            .ToLookup(pair => pair.member, pair => pair.o);
    }

    // Who left the household before it moved in never lived there.
    private static IEnumerable<Guid> Occupants(Occupancy occupancy, List<HouseholdMembership> memberships) =>
        occupancy.MemberId is { } alone
            ? [alone]
            : memberships
                .Where(m => m.HouseholdId == occupancy.HouseholdId && m.Days.Overlaps(occupancy.Days))
                .Select(m => m.MemberId)
                .Distinct();
}

/// <summary>Where households live and have lived; the latest first.</summary>
public sealed class OccupanciesByHousehold(CooperatorDbContext db) : GroupedDataLoader<Guid, Occupancy>
{
    protected override async Task<ILookup<Guid, Occupancy>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        var occupancies = db
            .Occupancies.Known()
            .Where(o => keys.Contains(o.HouseholdId!.Value))
            .OrderByDescending(o => o.From)
            .ThenByDescending(o => o.Id);
        return (await occupancies.ToListAsync(cancellationToken)).ToLookup(o => o.HouseholdId!.Value);
    }
}
