using Cooperator.GraphQL;
using Cooperator.GraphQL.Diagnostics;

namespace Cooperator.Api.Platform.GraphQL;

/// <summary>Logs each slow operation with its name and cost; never with its variables, which are people's business.</summary>
internal sealed partial class SlowOperationLog(ILogger<SlowOperationLog> logger)
{
    public static void Attach(IServiceProvider services) =>
        services.GetRequiredService<GraphQLOptions>().OnSlowOperation = ActivatorUtilities
            .CreateInstance<SlowOperationLog>(services)
            .Tell;

    private void Tell(SlowOperation slow) =>
        TookLong(logger, slow.Operation.Name ?? "without a name", slow.Elapsed.TotalMilliseconds, slow.Cost);

    [LoggerMessage(LogLevel.Warning, "The operation {Operation} took {Milliseconds:0} ms; its cost is {Cost}.")]
    private static partial void TookLong(ILogger logger, string operation, double milliseconds, double? cost);
}
