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
}

/// <summary>
/// The scheduler, on tables of the same database: however many nodes there are, each job runs once.
/// </summary>
internal static class JobsFeature
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        if (!builder.AddSettings<JobSettings>("Jobs").Enabled)
        {
            return;
        }
        builder.Services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(4);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source =>
                    source.DataSourceFactory = services => services.GetRequiredService<NpgsqlDataSource>()
                );
                store.ConfigureStore(options => options.TablePrefix = QuartzTables.TablePrefix);
                store.UseClustering();
            });
            // A sweep missed while the house was down runs once when it is up again, not once for each hour.
            quartz.ScheduleJob<ExpirySweepJob>(
                trigger =>
                    trigger
                        .WithIdentity("expiry-sweep")
                        .WithCronSchedule(
                            "0 17 * * * ?",
                            cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)
                        ),
                job => job.WithIdentity("expiry-sweep")
            );
        });
        builder.Services.AddHostedService<JobScheduler>();
    }
}
