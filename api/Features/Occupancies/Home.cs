using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Units;

namespace Cooperator.Api.Features.Occupancies;

/// <summary>The unit that is a member's home on a day.</summary>
internal sealed class UnitOf
{
    public required Guid MemberId { get; init; }

    public required Unit Unit { get; init; }
}

/// <summary>That a member lives in a unit on a day, alone or with a household.</summary>
internal sealed class Home
{
    public required Guid MemberId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>With whom; null for who lives there alone.</summary>
    public Guid? HouseholdId { get; init; }

    /// <summary>The first day there, since the household is there or since the member belongs to it.</summary>
    public DateOnly Since { get; init; }
}

internal static class HomeSets
{
    extension(CooperatorDbContext db)
    {
        /// <summary>Every member's primary home on a day.</summary>
        public IQueryable<Home> Homes(DateOnly day)
        {
            var homes = db.Occupancies.Known().AsOf(day).Where(o => o.Primary);
            return Together(homes.Where(o => o.MemberId != null), db.HouseholdMemberships.AsOf(day), homes);
        }

        /// <summary>The primary homes of these members on a day; what it costs depends on them alone.</summary>
        public IQueryable<Home> HomesOf(IReadOnlyList<Guid> members, DateOnly day)
        {
            var homes = db.Occupancies.Known().AsOf(day).Where(o => o.Primary);
            return Together(
                homes.Where(o => o.MemberId != null && members.Contains(o.MemberId.Value)),
                db.HouseholdMemberships.AsOf(day).Where(m => members.Contains(m.MemberId)),
                homes
            );
        }

        /// <summary>The same with the units themselves.</summary>
        public IQueryable<UnitOf> UnitsOf(IReadOnlyList<Guid> members, DateOnly day) =>
            db.HomesOf(members, day)
                .Join(db.Units, h => h.UnitId, u => u.Id, (h, u) => new UnitOf { MemberId = h.MemberId, Unit = u });
    }

    private static IQueryable<Home> Together(
        IQueryable<Occupancy> alone,
        IQueryable<HouseholdMembership> memberships,
        IQueryable<Occupancy> homes
    ) =>
        alone
            .Select(o => new Home
            {
                MemberId = o.MemberId!.Value,
                UnitId = o.UnitId,
                HouseholdId = null,
                Since = o.From,
            })
            .Concat(
                memberships.Join(
                    homes,
                    m => m.HouseholdId,
                    o => o.HouseholdId,
                    (m, o) =>
                        new Home
                        {
                            MemberId = m.MemberId,
                            UnitId = o.UnitId,
                            HouseholdId = m.HouseholdId,
                            Since = m.From > o.From ? m.From : o.From,
                        }
                )
            );
}
