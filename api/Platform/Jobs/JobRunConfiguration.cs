using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Platform.Jobs;

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("job_runs");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Job).HasMaxLength(60);
        builder.Property(r => r.Node).HasMaxLength(200);
        builder.Property(r => r.Words).HasMaxLength(500);
        builder.HasIndex(r => new
        {
            r.Job,
            r.StartedAt,
            r.Id,
        });
        builder.HasIndex(r => r.Job).HasFilter("outcome = 'RUNNING'").HasDatabaseName("ix_job_runs_running");
    }
}

public static class JobSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<JobRun> JobRuns => db.Set<JobRun>();
    }
}
