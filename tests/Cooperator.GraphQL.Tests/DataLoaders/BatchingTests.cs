using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.DataLoaders;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Tests.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.DataLoaders;

/// <summary>Who asks for what in one go.</summary>
public sealed class BatchingTests
{
    private const string Sdl = """
        type Query { issues: [Issue!]! first: Issue slow: Issue nested: Int }
        type Issue { id: Int! reporter: Person editor: Person labels: [String!] both: Int slowLabels: [String!] }
        type Person { id: Int! home: Home friend: Person }
        type Home { id: Int! }
        """;

    private readonly Journal _journal = new();

    [Fact]
    public async Task Keys_of_a_whole_level_are_one_batch()
    {
        var response = await ExecuteAsync("{ issues { reporter { id } } }", issues: 3);

        Assert.Equal(
            """{"data":{"issues":[{"reporter":{"id":100}},{"reporter":{"id":101}},{"reporter":{"id":100}}]}}""",
            response
        );
        Assert.Equal(["people 100,101"], _journal.Entries);
    }

    [Fact]
    public async Task Levels_below_are_one_batch_each()
    {
        await ExecuteAsync("{ issues { reporter { home { id } friend { home { id } } } } }", issues: 4);

        Assert.Equal(["people 100,101", "homes 1000,1010", "people 200,201", "homes 2000,2010"], _journal.Entries);
    }

    [Fact]
    public async Task Fields_beside_each_other_share_a_batch()
    {
        await ExecuteAsync("{ issues { reporter { id } editor { id } labels } first { editor { id } } }", issues: 2);

        Assert.Equal(["people 100,110,101,111", "labels 0,1"], _journal.Entries);
    }

    [Fact]
    public async Task What_is_loaded_is_not_loaded_again()
    {
        await ExecuteAsync("{ issues { reporter { id friend { friend { id } } } } }", issues: 1);

        // The friend of a friend is the person one started from.
        Assert.Equal(["people 100", "people 200"], _journal.Entries);
    }

    [Fact]
    public async Task A_resolver_may_load_one_thing_after_another()
    {
        var response = await ExecuteAsync("{ issues { both } }", issues: 3);

        Assert.Equal("""{"data":{"issues":[{"both":1000},{"both":1010},{"both":1000}]}}""", response);
        Assert.Equal(["people 100,101", "homes 1000,1010"], _journal.Entries);
    }

    [Fact]
    public async Task However_many_wait_for_one_key_all_go_on_before_the_next_batch()
    {
        await ExecuteAsync("{ issues { both reporter { home { id } } } }", issues: 500);

        Assert.Equal(["people 100,101", "homes 1000,1010"], _journal.Entries);
    }

    [Fact]
    public async Task A_resolver_that_waited_for_something_else_first_joins_the_batch()
    {
        await ExecuteAsync("{ slow { reporter { id } } issues { reporter { id } } }", issues: 2);

        Assert.Equal(["slow", "people 100,101"], _journal.Entries);
    }

    [Fact]
    public async Task Many_keys_at_once_are_one_batch_even_after_other_work()
    {
        var response = await ExecuteAsync("{ nested issues { reporter { id } } }", issues: 1);

        Assert.Equal("""{"data":{"nested":2,"issues":[{"reporter":{"id":100}}]}}""", response);
        Assert.Equal(["people 100,101"], _journal.Entries);
    }

    [Fact]
    public async Task A_loader_may_ask_another_loader()
    {
        var response = await ExecuteAsync("{ issues { slowLabels } }", issues: 2);

        Assert.Equal("""{"data":{"issues":[{"slowLabels":["100-home"]},{"slowLabels":["101-home"]}]}}""", response);
        Assert.Equal(["slow labels 0,1", "people 100,101"], _journal.Entries);
    }

    [Fact]
    public async Task Batches_are_no_larger_than_the_loader_wants()
    {
        await ExecuteAsync("{ issues { labels } }", issues: 5);

        Assert.Equal(["labels 0,1", "labels 2,3", "labels 4"], _journal.Entries);
    }

    [Fact]
    public async Task The_error_of_a_batch_reaches_each_who_waits()
    {
        _journal.Failure = new GraphQLException("no people today");

        var response = await ExecuteAsync("{ issues { reporter { id } } }", issues: 2);

        Assert.Equal(
            """{"errors":[{"message":"no people today","locations":[{"line":1,"column":12}],"path":["issues",0,"reporter"]},{"message":"no people today","locations":[{"line":1,"column":12}],"path":["issues",1,"reporter"]}],"data":{"issues":[{"reporter":null},{"reporter":null}]}}""",
            response
        );
    }

    [Fact]
    public async Task A_key_without_a_value_is_null_or_empty()
    {
        var response = await ExecuteAsync("{ first { editor { id } labels } }", issues: 0);

        Assert.Equal("""{"data":{"first":{"editor":null,"labels":[]}}}""", response);
    }

    [Fact]
    public async Task Resolvers_that_wait_for_no_loader_run_one_at_a_time()
    {
        var running = 0;
        var most = 0;
        FieldResolver resolver = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(1);
            Interlocked.Decrement(ref running);
            return 1;
        };
        var schema = SchemaBuilder.FromSdl(
            "type Query { a: Int b: Int c: Int }",
            new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "a")] = resolver,
                [("Query", "b")] = resolver,
                [("Query", "c")] = resolver,
            }
        );

        await Responses.ExecuteAsync(Responses.Executor(schema), Responses.Request("{ a b c d: a }"));

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Work_after_a_loader_is_waited_for_too()
    {
        var schema = SchemaBuilder.FromSdl(
            "type Query { a: Int }",
            new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "a")] = async context =>
                {
                    await context.DataLoader<PersonLoader>().LoadAsync(1);
                    await Task.Delay(1);
                    await Task.Yield();
                    return (await context.DataLoader<PersonLoader>().LoadAsync(2))!.Id;
                },
            }
        );

        var response = await Responses.ExecuteAsync(
            Responses.Executor(schema),
            Responses.Request("{ a b: a }", services: Services())
        );

        Assert.Equal("""{"data":{"a":2,"b":2}}""", response);
    }

    /// <summary>
    /// After other work a resolver asks on a thread of its own. It may ask again in the very moment in which execution, which has loaded what was asked
    /// before, finds that nothing is left to load. That moment is short: many pass before one is met.
    /// </summary>
    [Fact]
    public async Task Whoever_asks_just_when_nothing_is_left_to_load_is_heard()
    {
        var schema = SchemaBuilder.FromSdl(
            "type Query { a: Int }",
            new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "a")] = async context =>
                {
                    var asked = 0;
                    for (; asked < 20; asked++)
                    {
                        await Task.Yield();
                        await context.DataLoader<QuickLoader>().LoadAsync([asked]);
                    }

                    return asked;
                },
            }
        );
        var executor = Responses.Executor(schema);
        await using var services = Services();

        async Task AskAsync()
        {
            for (var operation = 0; operation < 2_000; operation++)
            {
                var response = await Responses.ExecuteAsync(executor, Responses.Request("{ a }", services: services));
                Assert.Equal("""{"data":{"a":20}}""", response);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(AskAsync)))
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_loader_without_room_for_a_key_is_an_error_of_the_field_that_asks()
    {
        var schema = SchemaBuilder.FromSdl(
            "type Query { a: Int b: Int }",
            new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "a")] = async context => await context.DataLoader<FullLoader>().LoadAsync(1),
                [("Query", "b")] = async context => (await context.DataLoader<PersonLoader>().LoadAsync(2))!.Id,
            }
        );

        var response = await Responses.ExecuteAsync(
            Responses.Executor(schema),
            Responses.Request("{ b a }", services: Services())
        );

        Assert.Equal(
            """{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":5}],"path":["a"]}],"data":{"b":2,"a":null}}""",
            response
        );
    }

    [Fact]
    public void A_loader_outside_an_operation_says_where_it_belongs()
    {
        var misuse = Assert.Throws<InvalidOperationException>(() =>
        {
            _ = new PersonLoader(_journal).LoadAsync(1);
        });

        Assert.StartsWith("PersonLoader works inside an operation only", misuse.Message, StringComparison.Ordinal);
    }

    private ServiceProvider Services() => new ServiceCollection().AddSingleton(_journal).BuildServiceProvider();

    private Task<string> ExecuteAsync(string document, int issues)
    {
        var schema = SchemaBuilder.FromSdl(
            Sdl,
            new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "issues")] = _ => new(Enumerable.Range(0, issues).Select(id => new Issue(id)).ToList()),
                [("Query", "first")] = _ => new(new Issue(issues == 0 ? -1 : 0)),
                [("Query", "slow")] = async _ =>
                {
                    await Task.Yield();
                    _journal.Add("slow");
                    return new Issue(0);
                },
                [("Query", "nested")] = async context =>
                {
                    await Task.Yield();
                    return (await context.DataLoader<PersonLoader>().LoadAsync([100, 101])).Count;
                },
                [("Issue", "id")] = context => new(context.GetParent<Issue>().Id),
                [("Issue", "reporter")] = async context =>
                    await context.DataLoader<PersonLoader>().LoadAsync(100 + (context.GetParent<Issue>().Id % 2)),
                [("Issue", "editor")] = async context =>
                    await context.DataLoader<PersonLoader>().LoadAsync(110 + context.GetParent<Issue>().Id),
                [("Issue", "labels")] = async context =>
                    await context.DataLoader<LabelLoader>().LoadAsync(context.GetParent<Issue>().Id),
                [("Issue", "slowLabels")] = async context =>
                    await context.DataLoader<SlowLabelLoader>().LoadAsync(context.GetParent<Issue>().Id),
                [("Issue", "both")] = async context =>
                {
                    var person = await context
                        .DataLoader<PersonLoader>()
                        .LoadAsync(100 + (context.GetParent<Issue>().Id % 2));
                    return (await context.DataLoader<HomeLoader>().LoadAsync(person!.Id * 10))!.Id;
                },
                [("Person", "id")] = context => new(context.GetParent<Person>().Id),
                [("Person", "home")] = async context =>
                    await context.DataLoader<HomeLoader>().LoadAsync(context.GetParent<Person>().Id * 10),
                [("Person", "friend")] = async context =>
                {
                    var id = context.GetParent<Person>().Id;
                    return await context.DataLoader<PersonLoader>().LoadAsync(id < 200 ? id + 100 : id - 100);
                },
                [("Home", "id")] = context => new(context.GetParent<Home>().Id),
            }
        );
        schema.QueryType.Fields["nested"].Pure = null;
        return Responses.ExecuteAsync(Responses.Executor(schema), Responses.Request(document, services: Services()));
    }

    private sealed record Issue(int Id);

    private sealed record Person(int Id);

    private sealed record Home(int Id);

    /// <summary>What was loaded, in order.</summary>
    private sealed class Journal
    {
        private readonly List<string> _entries = [];

        public IReadOnlyList<string> Entries => _entries;

        public Exception? Failure { get; set; }

        public void Add(string entry) => _entries.Add(entry);

        public void Add(string what, IReadOnlyList<int> keys) => _entries.Add($"{what} {string.Join(',', keys)}");
    }

    private sealed class PersonLoader(Journal journal) : BatchDataLoader<int, Person>
    {
        protected override async Task<IReadOnlyDictionary<int, Person>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            journal.Add("people", keys);
            await Task.Yield();
            return journal.Failure is { } failure
                ? throw failure
                : keys.Where(key => key != 109).ToDictionary(key => key, key => new Person(key));
        }
    }

    private sealed class HomeLoader(Journal journal) : BatchDataLoader<int, Home>
    {
        protected override Task<IReadOnlyDictionary<int, Home>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            journal.Add("homes", keys);
            return Task.FromResult<IReadOnlyDictionary<int, Home>>(keys.ToDictionary(key => key, key => new Home(key)));
        }
    }

    private sealed class QuickLoader : BatchDataLoader<int, int>
    {
        protected override Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        ) => Task.FromResult<IReadOnlyDictionary<int, int>>(keys.ToDictionary(key => key));
    }

    private sealed class FullLoader : BatchDataLoader<int, int>
    {
        protected override int MaxBatchSize => 0;

        protected override Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        ) => Task.FromResult<IReadOnlyDictionary<int, int>>(keys.ToDictionary(key => key));
    }

    private sealed class LabelLoader(Journal journal) : GroupedDataLoader<int, string>
    {
        protected override int MaxBatchSize => 2;

        protected override async Task<ILookup<int, string>> LoadGroupedBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            journal.Add("labels", keys);
            await Task.Yield();
            return keys.Where(key => key >= 0).ToLookup(key => key, key => $"label {key}");
        }
    }

    private sealed class SlowLabelLoader(Journal journal) : GroupedDataLoader<int, string>
    {
        protected override async Task<ILookup<int, string>> LoadGroupedBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            journal.Add("slow labels", keys);
            var people = await Loader<PersonLoader>().LoadAsync([.. keys.Select(key => 100 + key)], cancellationToken);
            return people.ToLookup(person => person!.Id - 100, person => $"{person!.Id}-home");
        }
    }
}
