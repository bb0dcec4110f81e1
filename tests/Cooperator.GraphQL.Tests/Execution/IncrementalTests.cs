using System.Runtime.CompilerServices;
using Cooperator.GraphQL.DataLoaders;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary><c>@defer</c> and <c>@stream</c>: what is sent when, "Incremental Delivery" in the specification's draft.</summary>
public sealed class IncrementalTests
{
    private const string Sdl = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { house: House houses: [House!]! numbers: [Int!] slow: String }
        type Mutation { build: House }
        type Subscription { built: House }
        type House { id: Int! name: String! owner: House slow: String }
        """;

    private static readonly Dictionary<string, object?> House = Thing(1, Thing(2));

    private static readonly Dictionary<string, object?> Root = ExecutionCase.Object(
        ("house", House),
        ("houses", new[] { Thing(1), Thing(2), Thing(3) }),
        ("numbers", new[] { 1, 2, 3 })
    );

    [Fact]
    public Task A_deferred_fragment_comes_after_the_rest() =>
        ExpectAsync(
            """{ house { id ... @defer(label: "later") { name } } }""",
            """{"data":{"house":{"id":1}},"pending":[{"id":"0","path":["house"],"label":"later"}],"hasNext":true}""",
            """{"hasNext":false,"incremental":[{"id":"0","data":{"name":"n1"}}],"completed":[{"id":"0"}]}"""
        );

    [Fact]
    public Task A_field_that_is_needed_at_once_is_not_delivered_again() =>
        ExpectAsync(
            "{ house { owner { id } ... @defer { id owner { id name } } } }",
            """{"data":{"house":{"owner":{"id":2}}},"pending":[{"id":"0","path":["house"]}],"hasNext":true}""",
            """{"hasNext":false,"incremental":[{"id":"0","data":{"name":"n2"},"subPath":["owner"]},{"id":"0","data":{"id":1}}],"completed":[{"id":"0"}]}"""
        );

    [Fact]
    public Task A_fragment_that_brings_nothing_new_is_not_told_of() =>
        ExpectAsync("{ house { id ... @defer { id } } }", """{"data":{"house":{"id":1}}}""");

    [Fact]
    public Task What_is_nested_is_told_of_when_its_fragment_has_come() =>
        ExpectAsync(
            "{ house { ... @defer { id ... @defer { name } } } }",
            """{"data":{"house":{}},"pending":[{"id":"0","path":["house"]}],"hasNext":true}""",
            """{"hasNext":false,"pending":[{"id":"1","path":["house"]}],"incremental":[{"id":"0","data":{"id":1}},{"id":"1","data":{"name":"n1"}}],"completed":[{"id":"0"},{"id":"1"}]}"""
        );

    [Fact]
    public Task Null_where_it_may_not_stand_fails_its_fragment_only()
    {
        var root = ExecutionCase.Object(("house", new Dictionary<string, object?> { ["id"] = 1 }));
        return ExpectAsync(
            "{ house { id ... @defer { name } ... @defer { owner { id } } } }",
            root,
            """{"data":{"house":{"id":1}},"pending":[{"id":"0","path":["house"]},{"id":"1","path":["house"]}],"hasNext":true}""",
            """{"hasNext":false,"incremental":[{"id":"1","data":{"owner":null}}],"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field House.name.","locations":[{"line":1,"column":27}],"path":["house","name"]}]},{"id":"1"}]}"""
        );
    }

    [Fact]
    public Task Items_after_the_first_ones_are_streamed() =>
        ExpectAsync(
            """{ numbers @stream(initialCount: 1, label: "rest") }""",
            """{"data":{"numbers":[1]},"pending":[{"id":"0","path":["numbers"],"label":"rest"}],"hasNext":true}""",
            """{"hasNext":false,"incremental":[{"id":"0","items":[2,3]}],"completed":[{"id":"0"}]}"""
        );

    [Fact]
    public Task Fragments_of_streamed_items_are_deferred_too() =>
        ExpectAsync(
            "{ houses @stream(initialCount: 2) { id ... @defer { name } } }",
            """{"data":{"houses":[{"id":1},{"id":2}]},"pending":[{"id":"0","path":["houses",0]},{"id":"1","path":["houses",1]},{"id":"2","path":["houses"]}],"hasNext":true}""",
            """{"hasNext":true,"incremental":[{"id":"0","data":{"name":"n1"}},{"id":"1","data":{"name":"n2"}}],"completed":[{"id":"0"},{"id":"1"}]}""",
            """{"hasNext":false,"pending":[{"id":"3","path":["houses",2]}],"incremental":[{"id":"2","items":[{"id":3}]},{"id":"3","data":{"name":"n3"}}],"completed":[{"id":"2"},{"id":"3"}]}"""
        );

    [Fact]
    public Task A_condition_that_is_false_defers_nothing() =>
        ExpectAsync("{ house { id ... @defer(if: false) { name } } }", """{"data":{"house":{"id":1,"name":"n1"}}}""");

    [Theory]
    [InlineData("""{"later":true}""", 2)]
    [InlineData("""{"later":false}""", 1)]
    [InlineData("{}", 2)]
    public async Task A_variable_decides_anew_for_each_request(string variables, int count)
    {
        var request = Responses.Request(
            "query ($later: Boolean) { house { id ... @defer(if: $later) { name } } }",
            Root,
            variables,
            acceptsParts: true
        );
        Assert.Equal(count, (await IncrementalResponses.ExecuteAsync(Executor(ResolveMode.Sync), request)).Count);
    }

    [Fact]
    public async Task A_client_that_takes_no_parts_is_answered_whole()
    {
        var request = Responses.Request("{ house { id ... @defer { name } } numbers @stream }", Root);
        Assert.Equal(
            """{"data":{"house":{"id":1,"name":"n1"},"numbers":[1,2,3]}}""",
            await Responses.ExecuteAsync(Executor(ResolveMode.Sync), request)
        );
    }

    [Fact]
    public async Task A_subscription_is_not_divided()
    {
        var request = Responses.Request("subscription { built { id ... @defer { name } } }", Root, acceptsParts: true);
        Assert.StartsWith(
            """{"errors":[{"message":"`@defer` directive not supported on subscription operations.""",
            Assert.Single(await IncrementalResponses.ExecuteAsync(Executor(ResolveMode.Sync), request)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_negative_count_is_an_error_of_the_field()
    {
        var request = Responses.Request("{ numbers @stream(initialCount: -1) }", Root, acceptsParts: true);
        Assert.Equal(
            """{"errors":[{"message":"initialCount must be a positive integer","locations":[{"line":1,"column":3}],"path":["numbers"]}],"data":{"numbers":null}}""",
            Assert.Single(await IncrementalResponses.ExecuteAsync(Executor(ResolveMode.Sync), request))
        );
    }

    [Fact]
    public async Task What_is_ready_does_not_wait_for_what_is_not()
    {
        var gate = new TaskCompletionSource();
        var schema = ExecutionCase.SchemaOver(Sdl, ResolveMode.Sync);
        schema.QueryType!.Fields["slow"].Resolver = async _ =>
        {
            await gate.Task;
            return "at last";
        };
        var request = Responses.Request(
            "{ house { id } ... @defer { numbers } ... @defer { slow } }",
            Root,
            acceptsParts: true
        );
        await using var response = await Responses.Executor(schema).ExecuteAsync(request);
        await using var results = Assert.IsType<IncrementalResult>(response).ReadAsync().GetAsyncEnumerator();
        Assert.StartsWith("""{"data":{"house":{"id":1}},""", await NextAsync(results), StringComparison.Ordinal);
        Assert.Equal(
            """{"hasNext":true,"incremental":[{"id":"0","data":{"numbers":[1,2,3]}}],"completed":[{"id":"0"}]}""",
            await NextAsync(results)
        );
        gate.SetResult();
        Assert.Equal(
            """{"hasNext":false,"incremental":[{"id":"1","data":{"slow":"at last"}}],"completed":[{"id":"1"}]}""",
            await NextAsync(results)
        );
        Assert.False(await results.MoveNextAsync());
    }

    [Fact]
    public async Task A_sequence_is_sent_as_it_comes_and_read_no_further_than_wanted()
    {
        var gate = new TaskCompletionSource();
        var read = 0;
        var schema = ExecutionCase.SchemaOver(Sdl, ResolveMode.Sync);
        schema.QueryType!.Fields["numbers"].Resolver = _ => new(Count());
        var request = Responses.Request("{ numbers @stream(initialCount: 1) }", acceptsParts: true);
        await using (var response = await Responses.Executor(schema).ExecuteAsync(request))
        {
            await using var results = Assert.IsType<IncrementalResult>(response).ReadAsync().GetAsyncEnumerator();
            Assert.StartsWith("""{"data":{"numbers":[1]}""", await NextAsync(results), StringComparison.Ordinal);
            Assert.Equal("""{"hasNext":true,"incremental":[{"id":"0","items":[2]}]}""", await NextAsync(results));
            gate.SetResult();
            Assert.Equal("""{"hasNext":true,"incremental":[{"id":"0","items":[3]}]}""", await NextAsync(results));
        }

        Assert.Equal(-3, read);

        async IAsyncEnumerable<object?> Count([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                yield return ++read;
                yield return ++read;
                await gate.Task;
                yield return ++read;
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                read = -read;
            }
        }
    }

    [Fact]
    public async Task A_sequence_that_breaks_ends_its_stream_with_an_error()
    {
        var schema = ExecutionCase.SchemaOver(Sdl, ResolveMode.Sync);
        schema.QueryType!.Fields["numbers"].Resolver = _ => new(Count());
        var request = Responses.Request("{ numbers @stream }", acceptsParts: true);
        Assert.Equal(
            [
                """{"data":{"numbers":[]},"pending":[{"id":"0","path":["numbers"]}],"hasNext":true}""",
                """{"hasNext":false,"incremental":[{"id":"0","items":[1]}],"completed":[{"id":"0","errors":[{"message":"No more.","locations":[{"line":1,"column":3}],"path":["numbers"]}]}]}""",
            ],
            await IncrementalResponses.ExecuteAsync(Responses.Executor(schema), request)
        );

        static async IAsyncEnumerable<object?> Count()
        {
            await Task.CompletedTask;
            yield return 1;
            throw new GraphQLException("No more.");
        }
    }

    [Fact]
    public async Task A_loader_loads_once_for_parts_that_come_together()
    {
        var batches = new List<int>();
        var schema = ExecutionCase.SchemaOver(Sdl, ResolveMode.Sync);
        ((ObjectType)schema.FindType("House")!).Fields["slow"].Resolver = async context =>
            await context
                .DataLoader<CountingLoader>()
                .LoadAsync((int)context.GetParent<Dictionary<string, object?>>()["id"]!);
        var request = Responses.Request(
            "{ houses { id ... @defer { slow } ... @defer { name other: slow } } more: houses @stream { slow } }",
            Root,
            services: new ServiceCollection().AddSingleton(batches).BuildServiceProvider(),
            acceptsParts: true
        );
        var results = await IncrementalResponses.ExecuteAsync(Responses.Executor(schema), request);
        Assert.Equal(
            """{"data":{"houses":[{"id":1,"name":"n1","other":"s1","slow":"s1"},{"id":2,"name":"n2","other":"s2","slow":"s2"},{"id":3,"name":"n3","other":"s3","slow":"s3"}],"more":[{"slow":"s1"},{"slow":"s2"},{"slow":"s3"}]}}""",
            IncrementalResponses.Merge(results)
        );
        Assert.Equal([3], batches);
    }

    [Fact]
    public async Task A_thousand_objects_in_parts_are_delivered()
    {
        var root = ExecutionCase.Object(
            ("houses", Enumerable.Range(1, 1_000).Select(id => Thing(id, Thing(-id))).ToArray())
        );
        const string Document = """
            { houses { id ... @defer { name owner { id ... @defer { name } } } } more: houses @stream { id ... @defer { name } } }
            """;
        foreach (var mode in new[] { ResolveMode.Sync, ResolveMode.Loaded })
        {
            var request = Responses.Request(Document, root, acceptsParts: true);
            var options = new GraphQLOptions { MaxCost = 0, ExecutionTimeout = Timeout.InfiniteTimeSpan };
            var executor = Responses.Executor(ExecutionCase.SchemaOver(Sdl, mode), options);
            var results = await IncrementalResponses.ExecuteAsync(executor, request);
            var merged = System.Text.Json.Nodes.JsonNode.Parse(IncrementalResponses.Merge(results))!["data"]!;
            Assert.Equal("n-1000", (string?)merged["houses"]![999]!["owner"]!["name"]);
            Assert.Equal("n1000", (string?)merged["more"]![999]!["name"]);
        }
    }

    [Fact]
    public async Task Middlewares_end_before_the_last_result_and_what_they_throw_is_told()
    {
        var request = Responses.Request("{ house { id ... @defer { name } } }", Root, acceptsParts: true);
        OperationMiddleware failing = async (context, next) =>
        {
            await (await next(context)).DisposeAsync();
            throw new GraphQLException("The transaction could not be committed.");
        };
        var executor = Responses.Executor(ExecutionCase.SchemaOver(Sdl, ResolveMode.Sync), null, failing);
        Assert.Equal(
            [
                """{"data":{"house":{"id":1}},"pending":[{"id":"0","path":["house"]}],"hasNext":true}""",
                """{"hasNext":false,"completed":[{"id":"0","errors":[{"message":"The transaction could not be committed."}]}]}""",
            ],
            await IncrementalResponses.ExecuteAsync(executor, request)
        );
    }

    [Theory]
    [InlineData("{ house { id ... @defer { name } } }")]
    [InlineData("{ house { id ... @defer { id } } }")]
    public async Task A_host_that_throws_when_all_is_done_leaves_no_client_waiting(string document)
    {
        var options = new GraphQLOptions
        {
            MaxCost = 0,
            SlowOperationThreshold = TimeSpan.Zero,
            OnSlowOperation = _ => throw new InvalidOperationException("The log is full."),
        };
        var executor = Responses.Executor(ExecutionCase.SchemaOver(Sdl, ResolveMode.Sync), options);
        var request = Responses.Request(document, Root, acceptsParts: true);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            IncrementalResponses.ExecuteAsync(executor, request).WaitAsync(TimeSpan.FromSeconds(30))
        );
    }

    [Fact]
    public async Task A_time_limit_ends_what_is_still_pending()
    {
        var schema = ExecutionCase.SchemaOver(Sdl, ResolveMode.Sync);
        schema.QueryType!.Fields["slow"].Resolver = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return null;
        };
        var options = new GraphQLOptions { MaxCost = 0, ExecutionTimeout = TimeSpan.FromMilliseconds(20) };
        var request = Responses.Request("{ house { id } ... @defer { slow } }", Root, acceptsParts: true);
        var results = await IncrementalResponses.ExecuteAsync(Responses.Executor(schema, options), request);
        Assert.StartsWith(
            """{"hasNext":false,"completed":[{"id":"0","errors":[{"message":"The operation was stopped""",
            results[^1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_gives_the_response_up_stops_the_operation()
    {
        var cancelled = new TaskCompletionSource();
        var schema = ExecutionCase.SchemaOver(Sdl, ResolveMode.Sync);
        schema.QueryType!.Fields["slow"].Resolver = async context =>
        {
            await using var registration = context.CancellationToken.Register(cancelled.SetResult);
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return null;
        };
        var request = Responses.Request("{ house { id } ... @defer { slow } }", Root, acceptsParts: true);
        var response = await Responses.Executor(schema).ExecuteAsync(request);
        await response.DisposeAsync();
        await cancelled.Task;
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<OperationResult> results)
    {
        Assert.True(await results.MoveNextAsync());
        await using var result = results.Current;
        return Responses.Text(result);
    }

    private static Task ExpectAsync(string document, params string[] results) => ExpectAsync(document, Root, results);

    private static async Task ExpectAsync(string document, Dictionary<string, object?> root, params string[] results)
    {
        foreach (var mode in new[] { ResolveMode.Pure, ResolveMode.Sync })
        {
            var request = Responses.Request(document, root, acceptsParts: true);
            Assert.Equal(results, await IncrementalResponses.ExecuteAsync(Executor(mode), request));
        }

        foreach (var mode in new[] { ResolveMode.Async, ResolveMode.Loaded })
        {
            var request = Responses.Request(document, root, acceptsParts: true);
            Assert.Equal(
                IncrementalResponses.Merge(results),
                IncrementalResponses.Merge(await IncrementalResponses.ExecuteAsync(Executor(mode), request))
            );
        }
    }

    private static RequestExecutor Executor(ResolveMode mode) =>
        Responses.Executor(ExecutionCase.SchemaOver(Sdl, mode));

    private static Dictionary<string, object?> Thing(int id, object? owner = null) =>
        ExecutionCase.Object(("id", id), ("name", $"n{id}"), ("owner", owner));

    private sealed class CountingLoader(List<int> batches) : BatchDataLoader<int, string>
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            batches.Add(keys.Count);
            return Task.FromResult<IReadOnlyDictionary<int, string>>(keys.ToDictionary(key => key, key => $"s{key}"));
        }
    }
}
