using System.Collections.Concurrent;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.DataLoaders;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Tests.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.DataLoaders;

/// <summary>When an operation is stopped, whoever waits for a loader goes on, and has cleaned up when the operation has ended.</summary>
public sealed class AbandonedLoadingTests
{
    private const string Sdl = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { nested: Int direct: Int twice: Int now: Int other: Other }
        type Other { nested: Int }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Journal _journal = new();
    private readonly Schema _schema;

    public AbandonedLoadingTests()
    {
        _schema = SchemaBuilder.FromSdl(
            Sdl,
            new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "nested")] = context => Cleaning("nested", () => LoadAsync<OuterLoader>(context)),
                [("Query", "direct")] = context => Cleaning("direct", () => LoadAsync<InnerLoader>(context)),
                [("Query", "twice")] = context =>
                    Cleaning(
                        "twice",
                        async () =>
                        {
                            try
                            {
                                await LoadAsync<OuterLoader>(context);
                            }
                            finally
                            {
                                // Who cleans up may take a moment, and may even ask again.
                                await Task.Yield();
                                await LoadAsync<InnerLoader>(context, 2);
                            }
                        }
                    ),
                [("Query", "now")] = _ => new(1),
                [("Query", "other")] = _ => new(new object()),
                [("Other", "nested")] = context => Cleaning("other", () => LoadAsync<OuterLoader>(context)),
            }
        );
        foreach (var type in _schema.OrderedTypes.OfType<ObjectType>().Where(type => !type.IsIntrospectionType))
        {
            foreach (var field in type.Fields)
            {
                field.Pure = null;
            }
        }
    }

    [Fact]
    public Task Who_waits_for_a_loader_that_loads_goes_on() => ExpectCleanAsync("{ direct }", "direct");

    [Fact]
    public Task Who_waits_for_a_loader_that_waits_for_another_goes_on() => ExpectCleanAsync("{ nested }", "nested");

    [Fact]
    public Task Who_asks_again_on_the_way_out_is_answered() => ExpectCleanAsync("{ nested twice }", "nested", "twice");

    [Fact]
    public async Task Who_waits_in_a_later_part_of_the_response_goes_on()
    {
        using var cancellation = new CancellationTokenSource();
        var request = Request("{ now ... @defer { nested } other { ... @defer { nested } } }", acceptsParts: true);
        var running = IncrementalResponses.ExecuteAsync(Responses.Executor(_schema), request, cancellation.Token);
        await _journal.IsLoading.WaitAsync(Patience);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Patience));

        Assert.Equal(["nested", "other"], _journal.Cleaned.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_waits_goes_on_when_execution_itself_breaks()
    {
        var executor = Responses.Executor(_schema);
        _journal.Failure = new GraphQLException("no data today");
        var request = Request("{ nested direct }", filter: new BrokenFilter());

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Responses.ExecuteAsync(executor, request).WaitAsync(Patience)
        );

        Assert.Equal(["direct", "nested"], _journal.Cleaned.Order(StringComparer.Ordinal));
    }

    private async Task ExpectCleanAsync(string document, params string[] cleaned)
    {
        using var cancellation = new CancellationTokenSource();
        var running = Responses.ExecuteAsync(Responses.Executor(_schema), Request(document), cancellation.Token);
        await _journal.IsLoading.WaitAsync(Patience);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Patience));

        Assert.Equal(cleaned, _journal.Cleaned.Order(StringComparer.Ordinal));
    }

    private OperationRequest Request(string document, bool acceptsParts = false, IErrorFilter? filter = null)
    {
        var services = new ServiceCollection().AddSingleton(_journal);
        if (filter is not null)
        {
            services.AddSingleton(filter);
        }

        return Responses.Request(document, services: services.BuildServiceProvider(), acceptsParts: acceptsParts);
    }

    private async ValueTask<object?> Cleaning(string name, Func<Task> work)
    {
        try
        {
            await work();
            return 1;
        }
        finally
        {
            _journal.Cleaned.Enqueue(name);
        }
    }

    private static Task LoadAsync<T>(ResolverContext context, int key = 1)
        where T : BatchDataLoader<int, string> => context.DataLoader<T>().LoadAsync(key);

    private sealed class Journal
    {
        private readonly TaskCompletionSource _isLoading = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<string> Cleaned { get; } = [];

        public Exception? Failure { get; set; }

        /// <summary>Completes when a batch is in the database.</summary>
        public Task IsLoading => _isLoading.Task;

        public void BeginLoading() => _isLoading.TrySetResult();
    }

    /// <summary>Loads for ever, unless it is stopped.</summary>
    private sealed class InnerLoader(Journal journal) : BatchDataLoader<int, string>
    {
        protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            journal.BeginLoading();
            await Task.Delay(journal.Failure is null ? Timeout.Infinite : 1, cancellationToken);
            throw journal.Failure ?? new InvalidOperationException("It was to be stopped.");
        }
    }

    private sealed class OuterLoader : BatchDataLoader<int, string>
    {
        protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            await Loader<InnerLoader>().LoadAsync(keys, cancellationToken);
            return new Dictionary<int, string>();
        }
    }

    private sealed class BrokenFilter : IErrorFilter
    {
        public GraphQLError OnError(GraphQLError error) => throw new InvalidOperationException("The filter is broken.");
    }
}
