using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Hours;

public static class HoursSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<HoursLine> HoursLines => db.Set<HoursLine>();

        public DbSet<HoursPeriod> HoursPeriods => db.Set<HoursPeriod>();

        public DbSet<WorkExemption> WorkExemptions => db.Set<WorkExemption>();
    }
}
