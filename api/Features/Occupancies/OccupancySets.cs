using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Occupancies;

public static class OccupancySets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<Occupancy> Occupancies => db.Set<Occupancy>();
    }

    /// <summary>What is known now.</summary>
    public static IQueryable<Occupancy> Known(this IQueryable<Occupancy> occupancies) =>
        occupancies.Where(o => o.SupersededAt == null);

    /// <summary>What was known at an instant.</summary>
    public static IQueryable<Occupancy> KnownAt(this IQueryable<Occupancy> occupancies, DateTimeOffset instant)
    {
        // The database takes instants of one time zone only, people give them in any.
        var utc = instant.ToUniversalTime();
        return occupancies.Where(o => o.RecordedAt <= utc && (o.SupersededAt == null || o.SupersededAt > utc));
    }

    /// <summary>What was so on a day.</summary>
    public static IQueryable<Occupancy> AsOf(this IQueryable<Occupancy> occupancies, DateOnly day) =>
        occupancies.Where(o => o.From <= day && (o.Until == null || o.Until >= day));

    /// <summary>What was known at an instant; without one, what is known now.</summary>
    public static IQueryable<Occupancy> KnownAt(this IQueryable<Occupancy> occupancies, DateTimeOffset? instant) =>
        instant is { } at ? occupancies.KnownAt(at) : occupancies.Known();

    /// <summary>What was so on a day; without one, of all days.</summary>
    public static IQueryable<Occupancy> AsOf(this IQueryable<Occupancy> occupancies, DateOnly? day) =>
        day is { } on ? occupancies.AsOf(on) : occupancies;
}
