namespace Cooperator.Api.Platform.Jobs;

/// <summary>What is to be done about the times that passed while no node was up.</summary>
public enum MissedRuns
{
    /// <summary>All of them together are made good by one run.</summary>
    RunOnce,

    /// <summary>They are let go.</summary>
    Skip,
}

/// <summary>A job and when it is due.</summary>
/// <param name="Name">What the job is known by: <c>expiry-sweep</c>.</param>
/// <param name="Description">What it does, in plain words.</param>
/// <param name="Cron">When, as Quartz writes it, in UTC.</param>
/// <param name="Missed">What holds after a time without any node.</param>
/// <param name="Job">The <see cref="IRecurringJob"/>.</param>
public sealed record JobPlan(string Name, string Description, string Cron, MissedRuns Missed, Type Job);

public static class JobRegistration
{
    public static IServiceCollection AddRecurringJob<TJob>(
        this IServiceCollection services,
        string name,
        string description,
        string cron,
        MissedRuns missed
    )
        where TJob : class, IRecurringJob =>
        services.AddScoped<TJob>().AddSingleton(new JobPlan(name, description, cron, missed, typeof(TJob)));
}
