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

    private static readonly Counter<long> RefusedRequests = Meter.CreateCounter<long>(
        "graphql.server.refused_requests",
        "{request}",
        "Requests that were not executed: wrong documents, variables, costs and the like."
    );

    /// <summary>The activity of one request; its name says more once it is known what is asked.</summary>
    internal static Activity? StartRequest() => Activities.StartActivity("GraphQL Operation", ActivityKind.Server);

    /// <summary>The activity of one event of a subscription, for which nobody asked at that moment.</summary>
    internal static Activity? StartEvent() => Activities.StartActivity("GraphQL Operation");

    /// <summary>Says what the activity is about. Clients choose the names of operations, so they are in its name only when that is wanted.</summary>
    internal static void Describe(this Activity? activity, CompiledOperation operation, bool isNamed)
    {
        if (activity is null)
        {
            return;
        }

        activity.DisplayName =
            isNamed && operation.Name is { } name ? $"{operation.KindName} {name}" : operation.KindName;
        activity.SetTag("graphql.operation.type", operation.KindName);
        activity.SetTag("graphql.operation.name", operation.Name);
    }

    /// <summary>Says that it failed, and by which error.</summary>
    internal static void Fail(this Activity? activity, IReadOnlyList<GraphQLError> errors)
    {
        if (activity is not null && errors.Count > 0)
        {
            activity.SetStatus(ActivityStatusCode.Error, errors[0].Message);
            activity.SetTag("error.type", Kind(errors[0]));
        }
    }

    /// <summary>Counts a request that was not executed, and says so in its activity.</summary>
    internal static void Refuse(this Activity? activity, IReadOnlyList<GraphQLError> errors)
    {
        activity.Fail(errors);
        if (RefusedRequests.Enabled)
        {
            RefusedRequests.Add(1, new KeyValuePair<string, object?>("error.type", Kind(errors[0])));
        }
    }

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

    // Messages hold what clients write; codes are few. What has none is one of the conventions' "others".
    private static string Kind(GraphQLError error) => error.Extensions?.GetValueOrDefault("code") as string ?? "_OTHER";

    private static Histogram<double> Duration(string step, string description) =>
        Meter.CreateHistogram<double>($"graphql.server.{step}.duration", "s", description);
}
