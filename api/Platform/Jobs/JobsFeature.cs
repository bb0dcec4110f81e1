using System.ComponentModel.DataAnnotations;
using Cooperator.Api.Database.Schema;
using Cooperator.Api.Platform.Settings;
using Npgsql;
using Quartz;

namespace Cooperator.Api.Platform.Jobs;

/// <summary><c>Jobs</c>: work at its hour.</summary>
public sealed record JobSettings
{
    /// <summary>Whether this node runs jobs; at least one node must.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How often nodes tell that they live; the work of one that stopped telling is begun anew by another.</summary>
    [Range(1, 300)]
    public int CheckInSeconds { get; init; } = 8;
}

/// <summary>
/// The scheduler, on tables of the same database: however many nodes there are, each job runs once.
/// </summary>
internal static class JobsFeature
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var settings = builder.AddSettings<JobSettings>("Jobs");
        var services = builder.Services;
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(4);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source =>
                    source.DataSourceFactory = services => services.GetRequiredService<NpgsqlDataSource>()
                );
                store.ConfigureStore(options => options.TablePrefix = QuartzTables.TablePrefix);
                store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(settings.CheckInSeconds));
            });
        });
        services.AddRecurringJob<ExpirySweepJob>(
            "expiry-sweep",
            "Removes what is kept for a while only: ended sessions, used links, lists nobody imported, old records.",
            "0 17 * * * ?",
            MissedRuns.RunOnce
        );
        services.AddSingleton<IExpirySweep, OldJobRuns>();
        // A node that runs no jobs can still ask for one to be run.
        if (settings.Enabled)
        {
            services.AddHostedService<JobScheduler>();
        }
    }
}
