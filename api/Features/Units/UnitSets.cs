using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Units;

public static class UnitSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<Building> Buildings => db.Set<Building>();

        public DbSet<Unit> Units => db.Set<Unit>();
    }
}
