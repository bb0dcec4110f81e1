using System.Collections;
using Cooperator.GraphQL.DataLoaders;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;
using static Cooperator.GraphQL.Tests.Execution.HandMadeSequence;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Lists whose items come one after another from a sequence that waits, breaks, or takes its time to end.</summary>
public sealed class SequenceTests
{
    private const string Sdl = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { numbers: [Int!] others: [Int!] things: [Thing!] thing: Thing boom: Int! next: Int }
        type Thing { name: String! numbers: [Int!] boom: Int! }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Schema _schema = ExecutionCase.SchemaOver(Sdl, ResolveMode.Sync);

    /// <summary>The moment in which an item could be missed is short: many items pass before one meets it.</summary>
    [Fact]
    public async Task An_item_may_come_at_any_moment()
    {
        const int Count = 5_000;
        Resolve("numbers", _ => new HandMadeSequence((number, _) => SoonAsync(number <= Count)));

        var results = await Task.WhenAll(
                Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReadAsync("{ numbers @stream }")))
            )
            .WaitAsync(Patience);

        var numbers = string.Join(',', Enumerable.Range(1, Count));
        Assert.All(
            results,
            result => Assert.Equal($$$"""{"data":{"numbers":[{{{numbers}}}]}}""", IncrementalResponses.Merge(result))
        );
    }

    [Fact]
    public async Task A_silent_list_beside_it_holds_no_item_up()
    {
        const int Count = 5_000;
        var silent = new HandMadeSequence((_, cancellationToken) => NeverAsync(cancellationToken));
        Resolve("numbers", _ => new HandMadeSequence((number, _) => SoonAsync(number <= Count)));
        Resolve("others", _ => silent);

        await using (var response = await ExecuteAsync("{ numbers @stream others @stream }"))
        {
            await using var results = response.ReadAsync().GetAsyncEnumerator();
            while (!(await NextAsync(results)).Contains("completed", StringComparison.Ordinal)) { }
        }

        Assert.True(silent.Disposed.IsCompletedSuccessfully);
    }

    [Fact]
    public Task A_sequence_that_breaks_before_it_waits_ends_its_list_with_one_error() =>
        ExpectBrokenAsync(
            new HandMadeSequence(
                (number, _) => number > 1 ? throw new GraphQLException("No more.") : new ValueTask<bool>(true)
            )
        );

    [Fact]
    public Task A_sequence_that_cannot_tell_its_item_ends_its_list_with_one_error() =>
        ExpectBrokenAsync(
            new HandMadeSequence((_, _) => new ValueTask<bool>(true))
            {
                Item = number => number > 1 ? throw new GraphQLException("No more.") : number,
            }
        );

    [Fact]
    public Task A_list_that_cannot_tell_its_item_ends_with_one_error() => ExpectBrokenAsync(new BrokenList { 1, 2, 3 });

    [Fact]
    public async Task A_list_whose_item_fails_is_completed_whatever_its_sequence_waits_for()
    {
        var gate = new TaskCompletionSource<bool>();
        var sequence = new HandMadeSequence((number, _) => number == 1 ? new(true) : new(gate.Task))
        {
            Item = _ => new Dictionary<string, object?>(),
        };
        Resolve("things", _ => sequence);
        NameByLoader();

        await using var response = await ExecuteAsync("{ things @stream { name } }");
        await using var results = response.ReadAsync().GetAsyncEnumerator();
        await NextAsync(results);

        Assert.Equal(
            """{"hasNext":true,"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Thing.name.","locations":[{"line":1,"column":20}],"path":["things",0,"name"]}]}]}""",
            await NextAsync(results)
        );
        Assert.False(sequence.Disposed.IsCompleted);
        gate.SetResult(true);
        Assert.Equal("""{"hasNext":false}""", await NextAsync(results));
        await sequence.Disposed.WaitAsync(Patience);
        Assert.Equal(1, sequence.Disposals);
    }

    [Fact]
    public async Task A_sequence_is_told_when_nobody_wants_its_items_any_more()
    {
        var sequence = new HandMadeSequence((number, token) => number == 1 ? new(true) : NeverAsync(token))
        {
            Item = _ => new Dictionary<string, object?>(),
        };
        Resolve("things", _ => sequence);
        NameByLoader();

        var results = await ReadAsync("{ things @stream { name } }").WaitAsync(Patience);

        Assert.Contains("Cannot return null", IncrementalResponses.Merge(results), StringComparison.Ordinal);
        Assert.True(sequence.Disposed.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_sequence_that_asks_a_loader_is_answered_though_nobody_wants_its_items()
    {
        var ended = false;
        Resolve("things", context => Things(context));
        NameByLoader();

        await ReadAsync("{ things @stream { name } }").WaitAsync(Patience);

        Assert.True(ended);

        async IAsyncEnumerable<object?> Things(ResolverContext context)
        {
            try
            {
                yield return new Dictionary<string, object?>();
                await Task.Yield();
                for (var key = 0; key < 3; key++)
                {
                    await context.DataLoader<NothingLoader>().LoadAsync(100 + key);
                }

                yield return new Dictionary<string, object?>();
            }
            finally
            {
                ended = true;
            }
        }
    }

    [Fact]
    public async Task A_sequence_is_disposed_when_there_is_no_response_to_stream_to()
    {
        var sequence = Endless();
        Resolve("numbers", _ => sequence);

        await ReadAsync("{ numbers @stream(initialCount: 1) boom }").WaitAsync(Patience);

        Assert.True(sequence.Disposed.IsCompletedSuccessfully);
        Assert.Equal(1, sequence.Disposals);
    }

    [Fact]
    public async Task A_sequence_is_disposed_when_the_operation_is_cancelled_before_it_is_streamed()
    {
        using var cancellation = new CancellationTokenSource();
        var sequence = Endless();
        Resolve("numbers", _ => sequence);
        Resolve(
            "next",
            _ =>
            {
                cancellation.Cancel();
                return null;
            }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ReadAsync("{ numbers @stream(initialCount: 1) next boom }", cancellation.Token).WaitAsync(Patience)
        );

        Assert.True(sequence.Disposed.IsCompletedSuccessfully);
        Assert.Equal(1, sequence.Disposals);
    }

    [Fact]
    public async Task A_sequence_is_disposed_when_null_has_taken_the_place_of_its_list()
    {
        HandMadeSequence? sequence = null;
        Resolve("thing", _ => new Dictionary<string, object?>());
        Thing("numbers").Resolver = context =>
        {
            // Its first item waits for a loader, so the field is set aside.
            sequence = new HandMadeSequence(
                async (number, cancellationToken) =>
                {
                    await context.DataLoader<NothingLoader>().LoadAsync(number, cancellationToken);
                    return true;
                }
            );
            return new(sequence);
        };

        var results = await ReadAsync("{ thing { numbers @stream(initialCount: 1) boom } next }").WaitAsync(Patience);

        Assert.Contains("\"data\":{\"thing\":null,\"next\":null}", Assert.Single(results), StringComparison.Ordinal);
        Assert.True(sequence!.Disposed.IsCompletedSuccessfully);
        Assert.Equal(1, sequence.Disposals);
    }

    [Fact]
    public async Task A_sequence_that_cannot_be_disposed_harms_no_result_and_no_other_sequence()
    {
        var broken = new HandMadeSequence((number, _) => new(number < 3))
        {
            Dispose = () => throw new InvalidOperationException("It cannot be disposed."),
        };
        var other = new HandMadeSequence((number, _) => new(number < 3));
        Resolve("numbers", _ => broken);
        Resolve("others", _ => other);

        var results = await ReadAsync("{ numbers @stream(initialCount: 1) others @stream }").WaitAsync(Patience);

        Assert.Equal("""{"data":{"numbers":[1,2],"others":[1,2]}}""", IncrementalResponses.Merge(results));
        Assert.Equal((1, 1), (broken.Disposals, other.Disposals));
    }

    [Fact]
    public async Task A_long_list_keeps_nobody_else_waiting()
    {
        // A hundred are read at once.
        Resolve("numbers", _ => new HandMadeSequence((number, _) => new(number < 3_000)));
        Resolve("thing", _ => new Dictionary<string, object?>());
        NameByLoader();

        await using var response = await ExecuteAsync("{ numbers @stream ... @defer { thing { name } } }");
        await using var results = response.ReadAsync().GetAsyncEnumerator();
        var isThere = false;
        for (var result = 0; result < 10 && !isThere; result++)
        {
            isThere = (await NextAsync(results)).Contains("\"thing\":null", StringComparison.Ordinal);
        }

        Assert.True(isThere);
    }

    [Fact]
    public async Task A_sequence_that_does_not_listen_is_waited_for_no_longer_than_it_may_take()
    {
        var gate = new TaskCompletionSource<bool>();
        var sequence = new HandMadeSequence((_, _) => new(gate.Task));
        var sequences = new OpenSequences(patience: TimeSpan.Zero);
        Assert.Null(sequences.Open(sequence, CancellationToken.None).TryMove(out _));

        await sequences.CloseAsync().WaitAsync(Patience);

        Assert.False(sequence.Disposed.IsCompleted);
        gate.SetException(new InvalidOperationException("Nobody hears of this."));
        await sequence.Disposed.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_sequence_that_comes_late_is_read_before_the_next_field_is_resolved()
    {
        var isReading = false;
        bool? wasReading = null;
        _schema.QueryType.Fields["numbers"].Resolver = async _ =>
        {
            await Task.Yield();
            return Numbers();
        };
        Resolve(
            "next",
            _ =>
            {
                wasReading = isReading;
                return 1;
            }
        );

        Assert.Equal(
            """{"data":{"numbers":[1,2],"next":1}}""",
            Assert.Single(await ReadAsync("{ numbers next }").WaitAsync(Patience))
        );
        Assert.False(wasReading);

        async IAsyncEnumerable<object?> Numbers()
        {
            isReading = true;
            for (var step = 0; step < 100; step++)
            {
                await Task.Yield();
            }

            yield return 1;
            await Task.Yield();
            yield return 2;
            isReading = false;
        }
    }

    private async Task ExpectBrokenAsync(object source)
    {
        Resolve("numbers", _ => source);

        var results = await ReadAsync("{ numbers @stream }").WaitAsync(Patience);

        Assert.Equal(
            [
                """{"data":{"numbers":[]},"pending":[{"id":"0","path":["numbers"]}],"hasNext":true}""",
                """{"hasNext":false,"incremental":[{"id":"0","items":[1]}],"completed":[{"id":"0","errors":[{"message":"No more.","locations":[{"line":1,"column":3}],"path":["numbers"]}]}]}""",
            ],
            results
        );
    }

    private void Resolve(string field, Func<ResolverContext, object?> value) =>
        _schema.QueryType.Fields[field].Resolver = context => new ValueTask<object?>(value(context));

    private static HandMadeSequence Endless() => new((_, _) => new ValueTask<bool>(true));

    /// <summary>Answers from another thread, after no particular time.</summary>
    private static ValueTask<bool> SoonAsync(bool answer)
    {
        var source = new TaskCompletionSource<bool>();
        ThreadPool.UnsafeQueueUserWorkItem(
            _ =>
            {
                Thread.SpinWait(Random.Shared.Next(300));
                source.SetResult(answer);
            },
            null
        );
        return new(source.Task);
    }

    /// <summary>Lets each thing's name be null, which it may not be.</summary>
    private void NameByLoader() =>
        Thing("name").Resolver = async context => await context.DataLoader<NothingLoader>().LoadAsync(1);

    private FieldDefinition Thing(string field) => ((ObjectType)_schema.FindType("Thing")!).Fields[field];

    private static async Task<string> NextAsync(IAsyncEnumerator<OperationResult> results)
    {
        Assert.True(await results.MoveNextAsync().AsTask().WaitAsync(Patience));
        await using var result = results.Current;
        return Responses.Text(result);
    }

    private async Task<IncrementalResult> ExecuteAsync(string document) =>
        Assert.IsType<IncrementalResult>(
            await Executor().ExecuteAsync(Responses.Request(document, Root(), acceptsParts: true))
        );

    private Task<List<string>> ReadAsync(string document, CancellationToken cancellationToken = default) =>
        IncrementalResponses.ExecuteAsync(
            Executor(),
            Responses.Request(document, Root(), acceptsParts: true),
            cancellationToken
        );

    // What never ends is ended, so that a test that fails leaves nothing running.
    private RequestExecutor Executor() =>
        Responses.Executor(_schema, new GraphQLOptions { MaxCost = 0, ExecutionTimeout = Patience });

    private static Dictionary<string, object?> Root() => [];

    private sealed class BrokenList : ArrayList
    {
        public override object? this[int index]
        {
            get => index > 0 ? throw new GraphQLException("No more.") : base[index];
            set => base[index] = value;
        }
    }

    private sealed class NothingLoader : BatchDataLoader<int, string>
    {
        protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            await Task.Yield();
            return new Dictionary<int, string>();
        }
    }
}
