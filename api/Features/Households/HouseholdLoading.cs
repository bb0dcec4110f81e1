using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Households;

/// <summary>Households as their methods need them: with everybody who ever lived there.</summary>
internal static class HouseholdLoading
{
    public static async Task<Household> LoadHouseholdAsync(
        this CooperatorDbContext db,
        Guid id,
        CancellationToken ct
    ) =>
        await db.Households.Include(h => h.Memberships).SingleOrDefaultAsync(h => h.Id == id, ct)
        ?? throw new HouseholdNotFoundException();
}
