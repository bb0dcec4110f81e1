using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.GraphQL.DataLoaders;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Members;

public sealed class MembersById(CooperatorDbContext db) : BatchDataLoader<Guid, Member>
{
    protected override async Task<IReadOnlyDictionary<Guid, Member>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await db.Members.Where(m => keys.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
}

public sealed class PeriodsByMember(CooperatorDbContext db) : GroupedDataLoader<Guid, MembershipPeriod>
{
    protected override async Task<ILookup<Guid, MembershipPeriod>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        var periods = db.MembershipPeriods.Where(p => keys.Contains(p.MemberId)).OrderBy(p => p.JoinedOn);
        return (await periods.ToListAsync(cancellationToken)).ToLookup(p => p.MemberId);
    }
}

public sealed class RolesByMember(CooperatorDbContext db) : GroupedDataLoader<Guid, RoleAssignment>
{
    protected override async Task<ILookup<Guid, RoleAssignment>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        var roles = db.RoleAssignments.Where(r => keys.Contains(r.MemberId)).OrderBy(r => r.From).ThenBy(r => r.Id);
        return (await roles.ToListAsync(cancellationToken)).ToLookup(r => r.MemberId);
    }
}

/// <summary>Where each member lives today: the household, if there is one.</summary>
public sealed class HouseholdByMember(CooperatorDbContext db, CoopCalendar calendar) : BatchDataLoader<Guid, Household>
{
    protected override async Task<IReadOnlyDictionary<Guid, Household>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        var memberships = db.HouseholdMemberships.AsOf(calendar.Today).Where(m => keys.Contains(m.MemberId));
        var pairs = memberships.Join(
            db.Households,
            m => m.HouseholdId,
            h => h.Id,
            (m, h) => new { m.MemberId, Household = h }
        );
        return await pairs.ToDictionaryAsync(p => p.MemberId, p => p.Household, cancellationToken);
    }
}

/// <summary>The home of each member today, by an occupancy of their own or their household's.</summary>
public sealed class HomeByMember(CooperatorDbContext db, CoopCalendar calendar) : BatchDataLoader<Guid, Unit>
{
    protected override async Task<IReadOnlyDictionary<Guid, Unit>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        var homes = await db.HomesOf(keys, calendar.Today)
            .Join(db.Units, h => h.UnitId, u => u.Id, (h, u) => new { h.MemberId, Unit = u })
            .ToListAsync(cancellationToken);
        return homes
            .GroupBy(h => h.MemberId)
            .ToDictionary(g => g.Key, g => g.OrderBy(h => h.Unit.Number, StringComparer.Ordinal).First().Unit);
    }
}
