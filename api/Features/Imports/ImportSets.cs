using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Imports;

public static class ImportSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<Import> Imports => db.Set<Import>();
    }
}
