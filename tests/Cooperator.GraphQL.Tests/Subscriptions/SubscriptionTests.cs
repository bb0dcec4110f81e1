using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Subscriptions;
using Cooperator.GraphQL.Tests.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Subscriptions;

/// <summary>Section 6.2.3 of the specification: subscriptions.</summary>
public sealed class SubscriptionTests
{
    private const string Sdl = """
        type Query { a: Int }
        type Subscription { number(topic: String! = "t"): Number broken: Int }
        type Number { value: Int! even: Int! scope: String }
        """;

    private readonly InMemoryTopics _topics = new();

    [Fact]
    public async Task Each_event_is_a_result_in_the_order_of_events()
    {
        await using var subscription = await SubscribeAsync("subscription { number { value } }");
        for (var number = 0; number < 100; number++)
        {
            await _topics.SendAsync("t", number);
        }

        await _topics.CompleteAsync("t");

        Assert.Equal(
            Enumerable.Range(0, 100).Select(number => $$$$"""{"data":{"number":{"value":{{{{number}}}}}}}"""),
            await ReadAsync(subscription)
        );
    }

    [Fact]
    public async Task Arguments_reach_the_source()
    {
        await using var subscription = await SubscribeAsync(
            "subscription ($t: String!) { n: number(topic: $t) { value } }",
            """{"t":"other"}"""
        );
        await _topics.SendAsync("t", 1);
        await _topics.SendAsync("other", 2);
        await _topics.CompleteAsync("other");

        Assert.Equal(["""{"data":{"n":{"value":2}}}"""], await ReadAsync(subscription));
    }

    [Fact]
    public async Task An_error_of_one_event_does_not_end_the_subscription()
    {
        await using var subscription = await SubscribeAsync("subscription { number { even } }");
        await _topics.SendAsync("t", 1);
        await _topics.SendAsync("t", 2);
        await _topics.CompleteAsync("t");

        Assert.Equal(
            [
                """{"errors":[{"message":"odd","locations":[{"line":1,"column":25}],"path":["number","even"]}],"data":{"number":null}}""",
                """{"data":{"number":{"even":2}}}""",
            ],
            await ReadAsync(subscription)
        );
    }

    [Fact]
    public async Task A_source_that_breaks_off_is_told_by_a_last_result()
    {
        await using var subscription = await SubscribeAsync("subscription { number { value } }");
        for (var number = 0; number <= InMemoryTopics.BufferSize; number++)
        {
            await _topics.SendAsync("t", number);
        }

        var results = await ReadAsync(subscription);

        Assert.Equal(InMemoryTopics.BufferSize + 1, results.Count);
        Assert.Equal(
            """{"errors":[{"message":"The subscription was ended because events of \"t\" were not read fast enough.","extensions":{"code":"SLOW_SUBSCRIBER"}}]}""",
            results[^1]
        );
    }

    [Fact]
    public async Task A_source_that_cannot_be_opened_is_an_error_without_data()
    {
        var executor = Responses.Executor(Schema());

        Assert.Equal(
            """{"errors":[{"message":"no such thing","locations":[{"line":1,"column":16}],"path":["broken"]}]}""",
            await Responses.ExecuteAsync(executor, Responses.Request("subscription { broken }"))
        );
    }

    [Fact]
    public async Task Each_event_has_a_scope_of_its_own_that_ends_with_it()
    {
        var scopes = new List<Scope>();
        await using var provider = new ServiceCollection()
            .AddScoped(_ =>
            {
                var scope = new Scope($"scope {scopes.Count}");
                scopes.Add(scope);
                return scope;
            })
            .BuildServiceProvider();
        await using var subscription = await SubscribeAsync(
            "subscription { number { scope } }",
            scopes: _ => new(provider.CreateAsyncScope())
        );
        await _topics.SendAsync("t", 1);
        await _topics.SendAsync("t", 2);
        await _topics.CompleteAsync("t");

        Assert.Equal(
            ["""{"data":{"number":{"scope":"scope 0"}}}""", """{"data":{"number":{"scope":"scope 1"}}}"""],
            await ReadAsync(subscription)
        );
        Assert.All(scopes, scope => Assert.True(scope.IsDisposed));
    }

    [Fact]
    public async Task A_refused_scope_ends_the_subscription_and_says_why()
    {
        await using var subscription = await SubscribeAsync(
            "subscription { number { value } }",
            scopes: _ => throw new GraphQLException("Your membership has ended.")
        );
        await _topics.SendAsync("t", 1);

        Assert.Equal(["""{"errors":[{"message":"Your membership has ended."}]}"""], await ReadAsync(subscription));
    }

    [Fact]
    public async Task Cancelling_unsubscribes()
    {
        using var cancellation = new CancellationTokenSource();
        var subscription = await SubscribeAsync("subscription { number { value } }");
        await _topics.SendAsync("t", 1);
        await using (var results = subscription.ReadAsync(cancellation.Token).GetAsyncEnumerator())
        {
            Assert.True(await results.MoveNextAsync());
            var next = results.MoveNextAsync().AsTask();
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        }

        Assert.Equal(0, _topics.SubscriberCount);
    }

    [Fact]
    public async Task Disposing_unsubscribes()
    {
        var subscription = await SubscribeAsync("subscription { number { value } }");
        Assert.Equal(1, _topics.SubscriberCount);
        await subscription.DisposeAsync();

        Assert.Equal(0, _topics.SubscriberCount);
    }

    /// <summary>How many fields there are shows only once all the types are looked at that a value may be of.</summary>
    [Fact]
    public async Task A_subscription_that_proves_too_large_is_refused_and_leaves_no_stream_open()
    {
        var schema = SchemaBuilder.FromSdl(
            """
            type Query { a: Int }
            type Subscription { thing: Thing }
            interface Thing { thing: Thing }
            type One implements Thing { thing: Thing }
            type Other implements Thing { thing: Thing }
            """
        );
        foreach (var type in new[] { "Subscription", "One", "Other" })
        {
            ((ObjectType)schema.FindType(type)!).Fields["thing"].IsSameForAll = true;
        }

        schema.SubscriptionType!.Fields["thing"].Subscribe = async context =>
            await _topics.SubscribeAsync<int>("t", context.CancellationToken);
        var deep = string.Concat(Enumerable.Repeat("thing { ", 17));
        var document = $"subscription {{ {deep} __typename {new string('}', 18)}";

        var refusal = await Responses.ExecuteAsync(
            Responses.Executor(schema, new GraphQLOptions { MaxCost = 0, MaxDepth = 0 }),
            Responses.Request(document)
        );

        Assert.Contains("The operation selects more than 50000 fields.", refusal, StringComparison.Ordinal);
        Assert.Equal(0, _topics.SubscriberCount);
    }

    private static async Task<List<string>> ReadAsync(SubscriptionResult subscription)
    {
        var results = new List<string>();
        await foreach (var result in subscription.ReadAsync())
        {
            await using (result)
            {
                results.Add(Responses.Text(result));
            }
        }

        return results;
    }

    private async Task<SubscriptionResult> SubscribeAsync(
        string document,
        string? variables = null,
        Func<CancellationToken, ValueTask<AsyncServiceScope>>? scopes = null
    )
    {
        var plain = Responses.Request(document, variables: variables);
        var request = new OperationRequest
        {
            Document = plain.Document,
            Variables = plain.Variables,
            Services = plain.Services,
            EventScopes = scopes,
        };
        return Assert.IsType<SubscriptionResult>(await Responses.Executor(Schema()).ExecuteAsync(request));
    }

    private Schema Schema()
    {
        var schema = SchemaBuilder.FromSdl(
            Sdl,
            new Dictionary<(string, string), FieldResolver>
            {
                [("Subscription", "number")] = context => new(context.EventMessage),
                [("Number", "value")] = context => new(context.Parent),
                [("Number", "even")] = async context =>
                {
                    await Task.Yield();
                    return context.GetParent<int>() % 2 == 0 ? context.Parent : throw new GraphQLException("odd");
                },
                [("Number", "scope")] = context => new(context.Services.GetRequiredService<Scope>().Name),
            }
        );
        var fields = schema.SubscriptionType!.Fields;
        fields["number"].Subscribe = async context =>
            await _topics.SubscribeAsync<int>(context.Argument<string>("topic"), context.CancellationToken);
        fields["broken"].Subscribe = _ => throw new GraphQLException("no such thing");
        return schema;
    }

    private sealed class Scope(string name) : IDisposable
    {
        public string Name => name;

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
