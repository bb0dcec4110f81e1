using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Households;

public static class HouseholdSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<Household> Households => db.Set<Household>();

        public DbSet<HouseholdMembership> HouseholdMemberships => db.Set<HouseholdMembership>();
    }
}
