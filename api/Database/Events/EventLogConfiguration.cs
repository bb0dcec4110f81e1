using Cooperator.Api.Database.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Database.Events;

internal sealed class EventLogConfiguration : IEntityTypeConfiguration<EventLogEntry>
{
    public void Configure(EntityTypeBuilder<EventLogEntry> builder)
    {
        builder.ToTable("event_log");
        builder.HasKey(e => new { e.CoopId, e.Id });
        builder.Property(e => e.Id).UseIdentityAlwaysColumn();
        builder
            .Property(e => e.Xid)
            .HasColumnType("xid8")
            .HasDefaultValueSql("pg_current_xact_id()")
            .ValueGeneratedOnAdd();
        builder.Property(e => e.Payload).HasColumnType("jsonb");
        builder.HasIndex(e => new { e.Xid, e.Id });
        builder.HasIndex(e => new
        {
            e.CoopId,
            e.Xid,
            e.Id,
        });
        builder.HasIndex(e => new
        {
            e.CoopId,
            e.SubjectType,
            e.SubjectId,
            e.Id,
        });
        builder.HasRowPolicy("relay", DatabaseRoles.Relay, "SELECT", "true");
        // For a function that says in which co-ops something has happened, and nothing else.
        builder.HasRowPolicy("unread", DatabaseRoles.Owner, "SELECT", RowSecurity.LooksAcross);
        builder.IsAppendOnly();
        builder.HasSchemaScript("event_log_notifies", EventLogScripts.Notify);
    }
}
