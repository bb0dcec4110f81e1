using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Subscriptions;
using Cooperator.GraphQL.Tests.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Subscriptions;

/// <summary>What is the same for all who are told of an event is worked out once, and only that.</summary>
public sealed class SharedResultTests
{
    private const string Sdl = """
        type Query { a: Int }
        type Subscription { told(topic: String! = "t"): Told }
        type Told { text: String yours: String odd: Int it: Thing secret: String }
        interface Thing { name: String }
        type Open implements Thing { name: String }
        type Private implements Thing { name: String }
        """;

    private readonly InMemoryTopics _topics = new();
    private readonly List<string> _resolved = [];
    private readonly RequestExecutor _executor;
    private TaskCompletionSource? _held;
    private bool _failing;

    public SharedResultTests() => _executor = Responses.Executor(Schema());

    [Theory]
    [InlineData("subscription { told { text } }", 1)]
    [InlineData("subscription { told { __typename text again: text } }", 2)]
    [InlineData("subscription { told { ...F } } fragment F on Told { text }", 1)]
    [InlineData("subscription { told { text yours } }", 3)]
    [InlineData("subscription { told { text secret } }", 3)]
    [InlineData("subscription { told { text it { name } } }", 3)]
    [InlineData("subscription { told { text it { ... on Open { name } } } }", 1)]
    public async Task Three_who_ask_the_same_are_answered_by_as_few_executions_as_may_be(string document, int texts)
    {
        var subscribers = new List<SubscriptionResult>();
        for (var count = 0; count < 3; count++)
        {
            subscribers.Add(await SubscribeAsync(document, user: "anna"));
        }

        await _topics.SendAsync("t", "news");
        var results = await ReadAllAsync(subscribers);

        Assert.Equal(texts, _resolved.Count(field => field == "text"));
        Assert.All(results, result => Assert.Equal(results[0], result));
        Assert.Contains("\"text\":\"news\"", results[0].Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_hangs_on_who_asks_is_never_taken_from_another()
    {
        var anna = await SubscribeAsync("subscription { told { text yours } }", "anna");
        var bela = await SubscribeAsync("subscription { told { text yours } }", "bela");
        await _topics.SendAsync("t", "news");

        Assert.Equal(
            [
                ["""{"data":{"told":{"text":"news","yours":"of anna"}}}"""],
                ["""{"data":{"told":{"text":"news","yours":"of bela"}}}"""],
            ],
            await ReadAllAsync([anna, bela])
        );
    }

    [Fact]
    public async Task Each_event_is_worked_out_anew_even_when_its_message_is_the_same_object()
    {
        var (one, other) = (
            await SubscribeAsync("subscription { told { text } }", "anna"),
            await SubscribeAsync("subscription { told { text } }", "bela")
        );
        await _topics.SendAsync("t", "news");
        await _topics.SendAsync("t", "news");

        Assert.All(await ReadAllAsync([one, other]), results => Assert.Equal(2, results.Count));
        Assert.Equal(2, _resolved.Count);
    }

    [Fact]
    public async Task Who_may_no_longer_have_it_is_refused_what_others_were_sent()
    {
        var (one, other) = (
            await SubscribeAsync("subscription { told { text } }", "anna"),
            await SubscribeAsync("subscription { told { text } }", "mallory")
        );
        await _topics.SendAsync("t", "news");

        var results = await ReadAllAsync([one, other]);

        Assert.Equal("""{"data":{"told":{"text":"news"}}}""", results[0].Single());
        Assert.Contains("FORBIDDEN", results[1].Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("news", results[1].Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_variables_other_results()
    {
        const string Document = "subscription ($with: Boolean!) { told { text @include(if: $with) __typename } }";
        var (one, other) = (
            await SubscribeAsync(Document, "anna", """{"with":true}"""),
            await SubscribeAsync(Document, "anna", """{"with":false}""")
        );
        await _topics.SendAsync("t", "news");

        Assert.Equal(
            [
                ["""{"data":{"told":{"text":"news","__typename":"Told"}}}"""],
                ["""{"data":{"told":{"__typename":"Told"}}}"""],
            ],
            await ReadAllAsync([one, other])
        );
    }

    [Fact]
    public async Task A_result_with_errors_is_nobody_elses()
    {
        var (one, other) = (
            await SubscribeAsync("subscription { told { text odd } }", "anna"),
            await SubscribeAsync("subscription { told { text odd } }", "bela")
        );
        _failing = true;
        await _topics.SendAsync("t", "news");

        var results = await ReadAllAsync([one, other]);

        Assert.All(results, result => Assert.Contains("\"errors\"", result.Single(), StringComparison.Ordinal));
        Assert.Equal(2, _resolved.Count(field => field == "odd"));
    }

    [Fact]
    public async Task When_the_first_leaves_in_the_middle_it_is_the_turn_of_the_next()
    {
        using var leaving = new CancellationTokenSource();
        _held = new TaskCompletionSource();
        var (first, next) = (
            await SubscribeAsync("subscription { told { text } }", "anna"),
            await SubscribeAsync("subscription { told { text } }", "bela")
        );
        await _topics.SendAsync("t", "news");
        await _topics.CompleteAsync("t");
        var reading = ReadAsync(first, leaving.Token);
        var waiting = ReadAsync(next, default);
        Assert.Equal(["text"], _resolved);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(["""{"data":{"told":{"text":"news"}}}"""], await waiting);
        Assert.Equal(["text", "text"], _resolved);
    }

    private async Task<List<List<string>>> ReadAllAsync(IEnumerable<SubscriptionResult> subscribers)
    {
        await _topics.CompleteAsync("t");
        return [.. await Task.WhenAll(subscribers.Select(subscriber => ReadAsync(subscriber, default)))];
    }

    private static async Task<List<string>> ReadAsync(SubscriptionResult subscription, CancellationToken ct)
    {
        var results = new List<string>();
        await using (subscription)
        {
            await foreach (var result in subscription.ReadAsync(ct))
            {
                await using (result)
                {
                    results.Add(Responses.Text(result));
                }
            }
        }

        return results;
    }

    private async Task<SubscriptionResult> SubscribeAsync(string document, string user, string? variables = null)
    {
        var services = new ServiceCollection()
            .AddSingleton(new Subscriber(user))
            .AddSingleton<IFieldAuthorizer, Authorizer>()
            .BuildServiceProvider();
        var opened = await _executor.ExecuteAsync(
            Responses.Request(document, variables: variables, services: services)
        );
        // Whoever was let in may be shut out later.
        services.GetRequiredService<Subscriber>().IsIn = true;
        return Assert.IsType<SubscriptionResult>(opened);
    }

    private Schema Schema()
    {
        var schema = SchemaBuilder.FromSdl(
            Sdl,
            new Dictionary<(string, string), FieldResolver>
            {
                [("Subscription", "told")] = context => new(context.EventMessage),
                [("Told", "text")] = async context =>
                {
                    _resolved.Add("text");
                    if (Interlocked.Exchange(ref _held, null) is { } held)
                    {
                        await held.Task.WaitAsync(context.CancellationToken);
                    }

                    return context.Parent;
                },
                [("Told", "yours")] = context => new($"of {context.Services.GetRequiredService<Subscriber>().Name}"),
                [("Told", "odd")] = context =>
                {
                    _resolved.Add("odd");
                    return _failing ? throw new GraphQLException("odd") : new(1);
                },
                [("Told", "it")] = _ => new(ExecutionCase.Object(("__typename", "Open"))),
                [("Told", "secret")] = context => new("for the board"),
                [("Open", "name")] = context => new("open"),
                [("Private", "name")] = context => new("private"),
            }
        );
        var told = schema.SubscriptionType!.Fields["told"];
        told.Subscribe = async context =>
            await _topics.SubscribeAsync<string>(context.Argument<string>("topic"), context.CancellationToken);
        told.Authorization = [new AuthorizeRule("member")];
        told.IsSameForAll = true;
        foreach (var field in ((ObjectType)schema.Types["Told"]).Fields)
        {
            field.IsSameForAll = field.Name is "text" or "odd" or "it" or "secret";
        }

        Field(schema, "Told", "secret").Authorization = [new AuthorizeRule("board")];
        Field(schema, "Open", "name").IsSameForAll = true;
        return schema;
    }

    private static FieldDefinition Field(Schema schema, string type, string field) =>
        ((ObjectType)schema.Types[type]).Fields[field];

    private sealed class Subscriber(string name)
    {
        public string Name => name;

        public bool IsIn { get; set; }
    }

    private sealed class Authorizer(Subscriber subscriber) : IFieldAuthorizer
    {
        public ValueTask<AuthorizationOutcome> AuthorizeAsync(OperationContext operation, string? policy) =>
            new(
                subscriber is { Name: "mallory", IsIn: true }
                    ? AuthorizationOutcome.Forbidden
                    : AuthorizationOutcome.Allowed
            );
    }
}
