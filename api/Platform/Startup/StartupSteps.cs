namespace Cooperator.Api.Platform.Startup;

/// <summary>Runs the registered steps.</summary>
public static class StartupSteps
{
    /// <summary>The word on the command line that asks for the database to be brought up to date and nothing else.</summary>
    public const string Migrate = "migrate";

    /// <summary>Registers a step that belongs to the container.</summary>
    public static IServiceCollection AddStartupStep<T>(this IServiceCollection services)
        where T : class, IStartupStep
    {
        services.AddSingleton<T>();
        return services.AddSingleton<IStartupStep>(provider => provider.GetRequiredService<T>());
    }

    /// <summary>Runs all steps, or those of <c>migrate</c>.</summary>
    public static async Task RunStartupStepsAsync(this WebApplication app, bool migrateOnly)
    {
        // The host takes over these signals only once it runs; until then they end the steps here.
        using var stop = new StopSignals();
        foreach (var step in app.Services.GetServices<IStartupStep>())
        {
            if (!migrateOnly || step.PartOfMigrate)
            {
                await step.RunAsync(stop.Token);
            }
        }
    }
}
