namespace Cooperator.Api.Platform.Jobs;

/// <summary>Runs every registered sweep; one that fails does not keep the others from running.</summary>
internal sealed partial class ExpirySweepJob(
    IEnumerable<IExpirySweep> sweeps,
    IServiceScopeFactory scopes,
    ILogger<ExpirySweepJob> logger
) : IRecurringJob
{
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var removed = new List<string>();
        var failed = new List<string>();
        foreach (var sweep in sweeps)
        {
            try
            {
                await using var own = scopes.CreateAsyncScope();
                var count = await sweep.SweepAsync(own.ServiceProvider, cancellationToken);
                if (count > 0)
                {
                    removed.Add($"{sweep.What}: {count}");
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(logger, failure, sweep.What);
                failed.Add(sweep.What);
            }
        }

        var words = removed.Count == 0 ? "Nothing had expired." : $"Removed {string.Join(", ", removed)}.";
        return failed.Count == 0
            ? words
            : throw new JobFailedException($"{words} Not removed: {string.Join(", ", failed)}; the log tells more.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Expired {What} could not be removed.")]
    private static partial void Failed(ILogger logger, Exception failure, string what);
}
