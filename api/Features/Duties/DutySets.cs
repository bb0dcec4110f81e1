using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

public static class DutySets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<RecurringDuty> Duties => db.Set<RecurringDuty>();

        public DbSet<DutyOccurrence> DutyOccurrences => db.Set<DutyOccurrence>();

        public DbSet<DutySwap> DutySwaps => db.Set<DutySwap>();
    }
}
