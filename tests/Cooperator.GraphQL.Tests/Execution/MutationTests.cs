using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.DataLoaders;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Section 6.2.2 of the specification: mutations.</summary>
public sealed class MutationTests
{
    private const string Sdl = """
        type Query { a: Int }
        type Mutation { add(n: Int!): Counter addNonNull(n: Int!): Counter! }
        type Counter { total: Int twice: Int loaded: Int }
        """;

    private readonly List<string> _events = [];
    private int _total;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Root_fields_run_one_after_another_with_all_below_them(bool isAsync)
    {
        var response = await ExecuteAsync(
            "mutation { a: add(n: 1) { total twice } b: add(n: 2) { twice } c: add(n: 3) { total } }",
            isAsync
        );

        Assert.Equal("""{"data":{"a":{"total":1,"twice":2},"b":{"twice":6},"c":{"total":6}}}""", response);
        Assert.Equal(["add 1", "total", "twice", "add 2", "twice", "add 3", "total"], _events);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failing_field_leaves_the_others_alone(bool isAsync)
    {
        var response = await ExecuteAsync("mutation { a: add(n: -1) { total } b: add(n: 2) { total } }", isAsync);

        Assert.Equal(
            """{"errors":[{"message":"negative","locations":[{"line":1,"column":12}],"path":["a"]}],"data":{"a":null,"b":{"total":2}}}""",
            response
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_runs_after_a_field_that_makes_data_null(bool isAsync)
    {
        var response = await ExecuteAsync(
            "mutation { a: addNonNull(n: -1) { total } b: add(n: 2) { total } }",
            isAsync
        );

        Assert.Equal(
            """{"errors":[{"message":"negative","locations":[{"line":1,"column":12}],"path":["a"]}],"data":null}""",
            response
        );
        Assert.Equal(["add -1"], _events);
    }

    [Fact]
    public async Task Loaders_forget_between_root_fields()
    {
        var response = await ExecuteAsync(
            "mutation { a: add(n: 1) { loaded l: loaded } b: add(n: 2) { loaded } }",
            isAsync: false
        );

        Assert.Equal("""{"data":{"a":{"loaded":1,"l":1},"b":{"loaded":3}}}""", response);
    }

    private Task<string> ExecuteAsync(string document, bool isAsync)
    {
        var services = new ServiceCollection().AddSingleton(new Func<int>(() => _total)).BuildServiceProvider();
        FieldResolver add = async context =>
        {
            if (isAsync)
            {
                await Task.Yield();
            }

            var n = context.Argument<int>("n");
            _events.Add($"add {n}");
            _total += n < 0 ? throw new GraphQLException("negative") : n;
            return this;
        };
        var schema = SchemaBuilder.FromSdl(
            Sdl,
            new Dictionary<(string, string), FieldResolver>
            {
                [("Mutation", "add")] = add,
                [("Mutation", "addNonNull")] = add,
                [("Counter", "total")] = context => Read("total", 1, isAsync),
                [("Counter", "twice")] = context => Read("twice", 2, isAsync),
                [("Counter", "loaded")] = async context => await context.DataLoader<TotalLoader>().LoadAsync("total"),
            }
        );
        return Responses.ExecuteAsync(Responses.Executor(schema), Responses.Request(document, services: services));
    }

    private async ValueTask<object?> Read(string name, int times, bool isAsync)
    {
        if (isAsync)
        {
            await Task.Yield();
        }

        _events.Add(name);
        return _total * times;
    }

    private sealed class TotalLoader(Func<int> total) : BatchDataLoader<string, int>
    {
        protected override Task<IReadOnlyDictionary<string, int>> LoadBatchAsync(
            IReadOnlyList<string> keys,
            CancellationToken cancellationToken
        ) => Task.FromResult<IReadOnlyDictionary<string, int>>(keys.ToDictionary(key => key, _ => total()));
    }
}
