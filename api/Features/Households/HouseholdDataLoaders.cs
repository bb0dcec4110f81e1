using Cooperator.Api.Database;
using Cooperator.Api.Database.Queries;
using Cooperator.GraphQL.DataLoaders;

namespace Cooperator.Api.Features.Households;

public sealed class HouseholdsById(CooperatorDbContext db) : BatchDataLoader<Guid, Household>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, Household> Households = new(
        static (db, ids) => db.Households.Where(h => ids.Contains(h.Id))
    );

    protected override async Task<IReadOnlyDictionary<Guid, Household>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Households.Ask(db, keys).ToDictionaryAsync(h => h.Id, cancellationToken: cancellationToken);
}

public sealed class MembershipsByHousehold(CooperatorDbContext db) : GroupedDataLoader<Guid, HouseholdMembership>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, HouseholdMembership> Memberships = new(
        static (db, households) =>
            db
                .HouseholdMemberships.Where(m => households.Contains(m.HouseholdId))
                .OrderBy(m => m.From)
                .ThenBy(m => m.Id)
    );

    protected override async Task<ILookup<Guid, HouseholdMembership>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Memberships.Ask(db, keys).ToLookupAsync(m => m.HouseholdId, cancellationToken: cancellationToken);
}
