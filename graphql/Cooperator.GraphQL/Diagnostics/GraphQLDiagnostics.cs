using System.Diagnostics;
using System.Diagnostics.Metrics;
using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Diagnostics;

/// <summary>What the engine tells OpenTelemetry: activities and durations, named as its semantic conventions for GraphQL have them.</summary>
public static class GraphQLDiagnostics
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Cooperator.GraphQL";

    internal static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Histogram<double> ParseDuration = Duration(
        "parse",
        "Reading a document that was not cached."
    );

    internal static readonly Histogram<double> ValidateDuration = Duration(
        "validate",
        "Validating a document that was not cached."
    );

    private static readonly Histogram<double> ExecuteDuration = Duration(
        "execute",
        "Executing an operation, or one event of a subscription."
    );

    /// <summary>The activity of one field's resolver.</summary>
    internal static Activity? StartField(ResolverContext context)
    {
        var activity = Activities.StartActivity("graphql.resolve");
        if (activity is { IsAllDataRequested: true })
        {
            activity.DisplayName = $"{context.ParentType.Name}.{context.Field.Name}";
            activity.SetTag("graphql.field.name", context.Field.Name);
            activity.SetTag("graphql.field.path", context.Path.ToString());
            activity.SetTag("graphql.field.type", context.Field.Type.ToString());
        }

        return activity;
    }

    internal static void Record(Histogram<double> duration, long startingTimestamp) =>
        duration.Record(Stopwatch.GetElapsedTime(startingTimestamp).TotalSeconds);

    internal static void RecordOperation(CompiledOperation operation, bool hasErrors, TimeSpan elapsed)
    {
        if (ExecuteDuration.Enabled)
        {
            // Not the name: clients choose it, and each value would be a time series.
            ExecuteDuration.Record(
                elapsed.TotalSeconds,
                new("graphql.operation.type", operation.KindName),
                new("graphql.operation.has_errors", hasErrors)
            );
        }
    }

    private static Histogram<double> Duration(string step, string description) =>
        Meter.CreateHistogram<double>($"graphql.server.{step}.duration", "s", description);
}
