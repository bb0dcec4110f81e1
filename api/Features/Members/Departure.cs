using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Members;

/// <summary>What leaving the co-op means for the homes: nobody may live here and not be a member.</summary>
internal static class Departure
{
    public static async Task LeaveHomesAsync(
        CooperatorDbContext db,
        Guid memberId,
        DateOnly leftOn,
        CancellationToken ct
    )
    {
        await RefuseWhileOccupyingAsync(db, db.Occupancies.Where(o => o.MemberId == memberId), leftOn, ct);
        var household = await db
            .Households.Include(h => h.Memberships)
            .SingleOrDefaultAsync(
                h =>
                    h.Memberships.Any(m =>
                        m.MemberId == memberId && m.From <= leftOn && (m.Until == null || m.Until > leftOn)
                    ),
                ct
            );
        if (household is null)
        {
            return;
        }

        var staysLivedIn = household.Memberships.Any(m => m.MemberId != memberId && m.Days.IsOpenAfter(leftOn));
        if (!staysLivedIn)
        {
            await RefuseWhileOccupyingAsync(db, db.Occupancies.Where(o => o.HouseholdId == household.Id), leftOn, ct);
        }

        household.Leave(memberId, leftOn);
    }

    private static async Task RefuseWhileOccupyingAsync(
        CooperatorDbContext db,
        IQueryable<Occupancy> occupancies,
        DateOnly leftOn,
        CancellationToken ct
    )
    {
        var number = await occupancies
            .Known()
            .Where(o => o.Until == null || o.Until > leftOn)
            .Join(db.Units, o => o.UnitId, u => u.Id, (_, u) => u.Number)
            .FirstOrDefaultAsync(ct);
        if (number is not null)
        {
            throw new MemberStillLivesHereException(number);
        }
    }
}
