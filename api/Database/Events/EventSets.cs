using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Database.Events;

public static class EventSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<EventLogEntry> Events => db.Set<EventLogEntry>();
    }
}
