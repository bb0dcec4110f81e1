using Cooperator.Api.Database.Conventions;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Database.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Cooperator.Api.Database;

/// <summary>
/// The whole model. Features add to it with <see cref="IEntityTypeConfiguration{TEntity}"/> classes in their own folders.
/// </summary>
public sealed class CooperatorDbContext : DbContext
{
    public CooperatorDbContext(DbContextOptions<CooperatorDbContext> options)
        : base(options)
    {
        ChangeTracker.Tracking += StampCoop;
        // A save of one statement needs a transaction too: it carries the co-op.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        // What fails is rolled back whole and run again: nothing goes on from the middle of a transaction.
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>Set by the scope that leases the context (contexts are pooled).</summary>
    public CurrentCoop Coop { get; internal set; } = new();

    public CurrentActor Actor { get; internal set; } = new();

    internal TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>What the current transaction was last told; see <see cref="TransactionSettings"/>.</summary>
    internal TransactionSettings? AppliedSettings { get; set; }

    internal bool ReadOnly { get; set; }

    /// <summary>The kinds of subjects that something has happened to in this scope, as the event log names them.</summary>
    internal HashSet<string> Affected { get; } = [];

    /// <summary>How many statements this scope has sent.</summary>
    internal int Statements { get; set; }

    /// <summary>Read by the query filter of each tenant-owned type.</summary>
    internal Guid CoopId => Coop.Id ?? Guid.Empty;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new RowVersionConvention());
        configurationBuilder.Conventions.Add(_ => new EnumNameConvention());
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasPostgresExtension("btree_gist");
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.HasPostgresExtension("citext");
        modelBuilder.HasPostgresExtension("unaccent");
        modelBuilder.HasCollation(Collations.Natural, locale: "und-u-kn-true", provider: "icu", deterministic: true);
        modelBuilder.KeyByTenant();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CooperatorDbContext).Assembly);
        modelBuilder.ApplyTenancy(this);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: nothing here blocks on the database.");

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        // Looking for changes is the costly part of a save, so it is done once: what follows only adds.
        ChangeTracker.DetectChanges();
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            EventLogWriter.AddRaisedEvents(this);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private static void StampCoop(object? sender, EntityTrackingEventArgs e)
    {
        if (e.FromQuery || e.State != EntityState.Added || e.Entry.Entity is not TenantEntity entity)
        {
            return;
        }

        var coop = ((CooperatorDbContext)e.Entry.Context).Coop;
        entity.StampCoop(coop.RequiredId);
    }
}
