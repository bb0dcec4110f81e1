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
        return services.AddSingleton(new StepType(typeof(T)));
    }

    /// <summary>
    /// Registers work that needs the processor only. It is done beside the steps, which mostly wait for the database; whoever
    /// needs its outcome asks the container, which waits for it, or does the work again where it failed.
    /// </summary>
    public static IServiceCollection AddWarmUp(this IServiceCollection services, Action<IServiceProvider> work) =>
        services.AddSingleton(new WarmUp(work));

    /// <summary>Runs all steps, or those of <c>migrate</c>.</summary>
    public static async Task RunStartupStepsAsync(this WebApplication app, bool migrateOnly)
    {
        // The host takes over these signals only once it runs; until then they end the steps here.
        using var stop = new StopSignals();
        foreach (var warmUp in migrateOnly ? [] : app.Services.GetServices<WarmUp>())
        {
            _ = Task.Run(() => warmUp.Work(app.Services), stop.Token);
        }

        foreach (var step in app.Services.GetServices<StepType>())
        {
            await RunAsync((IStartupStep)app.Services.GetRequiredService(step.Type), migrateOnly, stop.Token);
        }
    }

    private static async Task RunAsync(IStartupStep step, bool migrateOnly, CancellationToken cancellationToken)
    {
        if (migrateOnly && !step.PartOfMigrate)
        {
            return;
        }

        try
        {
            await step.RunAsync(cancellationToken);
        }
        catch (Exception failure) when (DatabaseAtStart.Sentence(failure) is { } sentence)
        {
            throw new StartupRefusedException(sentence, failure);
        }
    }

    // The type and not the step: a step is made when its turn comes, because it may ask for what an earlier one brings.
    private sealed record StepType(Type Type);

    private sealed record WarmUp(Action<IServiceProvider> Work);
}
