using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

public static class NotificationSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<Notification> Notifications => db.Set<Notification>();

        public DbSet<Delivery> Deliveries => db.Set<Delivery>();

        public DbSet<NotificationCursor> NotificationCursors => db.Set<NotificationCursor>();

        public DbSet<NotificationPreference> NotificationPreferences => db.Set<NotificationPreference>();

        public DbSet<MailHours> MailHours => db.Set<MailHours>();
    }
}
