using System.Diagnostics;
using System.Diagnostics.Metrics;
using Cooperator.GraphQL.Diagnostics;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Tests.Execution;

namespace Cooperator.GraphQL.Tests.Diagnostics;

/// <summary>What traces and meters are told, after OpenTelemetry's conventions for GraphQL.</summary>
public sealed class TelemetryTests
{
    private const string Sdl = "type Query { house: House } type House { id: Int name: String }";

    private static readonly Dictionary<string, object?> Root = ExecutionCase.Object(
        ("house", ExecutionCase.Object(("id", 1), ("name", new GraphQLException("It is lost."))))
    );

    [Theory]
    [InlineData(false, "query")]
    [InlineData(true, "query Told")]
    public async Task A_request_is_an_activity_with_its_type_and_name(bool isNamed, string name)
    {
        var activities = await ActivitiesAsync(
            "query Told { house { id } }",
            new GraphQLOptions { NameActivitiesByOperation = isNamed }
        );
        Assert.Equal(["graphql.parse", "graphql.validate", name], activities.Select(one => one.DisplayName));
        Assert.Equal(ActivityKind.Server, activities[^1].Kind);
        Assert.All(activities[..^1], one => Assert.Equal(activities[^1].SpanId, one.ParentSpanId));
        Assert.Equal("query", activities[^1].GetTagItem("graphql.operation.type"));
        Assert.Equal("Told", activities[^1].GetTagItem("graphql.operation.name"));
        Assert.Equal(ActivityStatusCode.Unset, activities[^1].Status);
    }

    [Theory]
    [InlineData("{ house", "GraphQL Operation", "_OTHER")]
    [InlineData("query A { house { id } } query B { house { id } }", "GraphQL Operation", "_OTHER")]
    [InlineData("query ($at: Int!) { house { id } }", "query", "_OTHER")]
    [InlineData("{ house { id name } }", "query", "COST_LIMIT_EXCEEDED")]
    public async Task A_request_that_is_refused_is_an_activity_that_failed(string document, string name, string error)
    {
        var counted = new List<string>();
        using var listener = Listener<long>(counted);

        var activities = await ActivitiesAsync(document, new GraphQLOptions { MaxCost = 0.5 });

        Assert.Equal(name, activities[^1].DisplayName);
        Assert.Equal(ActivityStatusCode.Error, activities[^1].Status);
        Assert.Equal(error, activities[^1].GetTagItem("error.type"));
        lock (counted)
        {
            Assert.Contains($"graphql.server.refused_requests {error}", counted);
        }
    }

    [Fact]
    public async Task The_activity_of_a_response_in_parts_ends_with_the_last_part()
    {
        using var root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        var activities = new List<Activity>();
        using var listener = Listener(root, activities);
        var executor = Responses.Executor(
            ExecutionCase.SchemaOver(Sdl + " directive @defer on INLINE_FRAGMENT", ResolveMode.Async)
        );

        var result = await executor.ExecuteAsync(
            Responses.Request("{ house { id ... @defer { name } } }", Root, acceptsParts: true),
            TestContext.Current.CancellationToken
        );
        await using (result)
        {
            await foreach (
                var part in Assert.IsType<IncrementalResult>(result).ReadAsync(TestContext.Current.CancellationToken)
            )
            {
                await part.DisposeAsync();
            }
        }

        Assert.Equal("query", Assert.Single(activities, one => one.Kind == ActivityKind.Server).DisplayName);
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
        using var listener = Listener<double>(measured);

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
        using var listener = Listener(root, activities);
        await AskAsync(document, options);
        return activities;
    }

    private static ActivityListener Listener(Activity root, List<Activity> activities)
    {
        var listener = new ActivityListener
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
        return listener;
    }

    private static MeterListener Listener<T>(List<string> measured)
        where T : struct
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == GraphQLDiagnostics.Name)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<T>(
            (instrument, _, tags, _) =>
            {
                lock (measured)
                {
                    measured.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}");
                }
            }
        );
        listener.Start();
        return listener;
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
