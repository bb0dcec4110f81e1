namespace Cooperator.Api.Database.Events;

/// <summary>Turns what entities raised into event-log rows of the same save.</summary>
internal static class EventLogWriter
{
    public static void AddRaisedEvents(CooperatorDbContext db)
    {
        var entities = db.ChangeTracker.Entries<Entity>().Select(e => e.Entity).Where(e => e.RaisedEvents.Count > 0);
        foreach (var entity in entities.ToList())
        {
            var coopId = entity switch
            {
                TenantEntity owned => owned.CoopId,
                ITenant tenant => tenant.Id,
                _ => db.Coop.RequiredId,
            };
            foreach (var raised in entity.RaisedEvents)
            {
                var entry = EventLogEntry.Of(coopId, db.Clock.GetUtcNow(), db.Actor, raised);
                db.Affected.Add(entry.SubjectType);
                db.Add(entry);
            }

            entity.ForgetRaisedEvents();
        }
    }
}
