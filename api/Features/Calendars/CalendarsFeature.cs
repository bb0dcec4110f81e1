using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Calendars;

public static class CalendarsFeature
{
    public static IServiceCollection AddCalendars(this IServiceCollection services) =>
        services
            .AddScoped<CalendarReader>()
            .AddScoped<TaskCalendar>()
            // Two tabs at once: the second one is run again, and its link is the one that counts.
            .AddConstraintRefusal("ix_calendar_feeds_coop_id_member_id");
}

public static class CalendarSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<CalendarFeed> CalendarFeeds => db.Set<CalendarFeed>();
    }
}
