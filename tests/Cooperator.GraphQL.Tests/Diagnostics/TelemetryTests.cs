using System.Diagnostics;
using System.Diagnostics.Metrics;
using Cooperator.GraphQL.Diagnostics;
using Cooperator.GraphQL.Tests.Execution;

namespace Cooperator.GraphQL.Tests.Diagnostics;

/// <summary>What traces and meters are told, after OpenTelemetry's conventions for GraphQL.</summary>
public sealed class TelemetryTests
{
    private const string Sdl = "type Query { house: House } type House { id: Int name: String }";

    private static readonly Dictionary<string, object?> Root = ExecutionCase.Object(
        ("house", ExecutionCase.Object(("id", 1), ("name", new GraphQLException("It is lost."))))
    );

    [Fact]
    public async Task An_operation_is_an_activity_with_its_type_and_name()
    {
        var activities = await ActivitiesAsync("query Told { house { id } }", new GraphQLOptions());
        Assert.Equal(["graphql.parse", "graphql.validate", "query Told"], activities.Select(one => one.OperationName));
        Assert.Equal("query", activities[^1].GetTagItem("graphql.operation.type"));
        Assert.Equal("Told", activities[^1].GetTagItem("graphql.operation.name"));
        Assert.Equal(ActivityStatusCode.Unset, activities[^1].Status);
    }

    [Fact]
    public async Task Fields_are_activities_when_that_is_wanted()
    {
        var activities = await ActivitiesAsync(
            "query Fields { house { id name } }",
            new GraphQLOptions { TraceFields = true }
        );
        var fields = activities.FindAll(one => one.OperationName == "graphql.resolve");
        Assert.Equal(
            ["Query.house house House", "House.id house.id Int", "House.name house.name String"],
            fields.Select(one =>
                $"{one.DisplayName} {one.GetTagItem("graphql.field.path")} {one.GetTagItem("graphql.field.type")}"
            )
        );
        Assert.Equal((ActivityStatusCode.Error, "It is lost."), (fields[^1].Status, fields[^1].StatusDescription));
        Assert.Equal(ActivityStatusCode.Error, activities[^1].Status);
    }

    [Fact]
    public async Task Durations_are_measured_by_type_and_outcome()
    {
        var measured = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == GraphQLDiagnostics.Name)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>(
            (instrument, _, tags, _) =>
            {
                lock (measured)
                {
                    measured.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}");
                }
            }
        );
        listener.Start();

        await AskAsync("mutation Measured { house { name } }", new GraphQLOptions());

        lock (measured)
        {
            Assert.Contains("graphql.server.execute.duration mutation True", measured);
            Assert.Contains(measured, one => one.StartsWith("graphql.server.parse.duration", StringComparison.Ordinal));
        }
    }

    private static async Task<List<Activity>> ActivitiesAsync(string document, GraphQLOptions options)
    {
        // Other tests run meanwhile: what belongs to this one hangs on its own root.
        using var root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        var activities = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphQLDiagnostics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == root.TraceId)
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await AskAsync(document, options);
        return activities;
    }

    private static Task AskAsync(string document, GraphQLOptions options) =>
        Responses.ExecuteAsync(
            Responses.Executor(
                ExecutionCase.SchemaOver(Sdl + " type Mutation { house: House }", ResolveMode.Sync),
                options
            ),
            Responses.Request(document, Root)
        );
}
