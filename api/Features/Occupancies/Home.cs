using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;

namespace Cooperator.Api.Features.Occupancies;

/// <summary>That a member lives in a unit on a day, alone or with a household.</summary>
internal sealed class Home
{
    public required Guid MemberId { get; init; }

    public required Guid UnitId { get; init; }
}

internal static class HomeSets
{
    extension(CooperatorDbContext db)
    {
        /// <summary>Every member's primary home on a day.</summary>
        public IQueryable<Home> Homes(DateOnly day)
        {
            var occupancies = db.Occupancies.Known().AsOf(day).Where(o => o.Primary);
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
    }
}
