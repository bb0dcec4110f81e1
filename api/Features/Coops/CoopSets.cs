using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Coops;

public static class CoopSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<Coop> Coops => db.Set<Coop>();
    }
}
