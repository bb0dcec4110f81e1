using System.Runtime.CompilerServices;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Subscriptions;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Transport.Support;

/// <summary>The schema of the server under test.</summary>
internal static class ProbeSchema
{
    private const string Sdl = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD

        type Query {
          hello: String!
          echo(text: String!): String!
          whoami: String!
          "What the scope initializer put into the scope."
          scope: String
          fail: String
          wait: String!
          numbers: [Int!]!
        }

        type Mutation {
          increment: Int!
        }

        type Subscription {
          tick: String!
          "Every number up to one."
          count(to: Int!): Int!
          "Whom each event is resolved for, and whom it was opened for."
          whoami: String!
        }
        """;

    public static Schema Build()
    {
        var schema = SchemaBuilder.FromSdl(
            Sdl,
            new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "hello")] = _ => new("world"),
                [("Query", "echo")] = context => new(context.Argument<string>("text")),
                [("Query", "whoami")] = context => new(context.Operation.User.Identity?.Name ?? "nobody"),
                [("Query", "scope")] = context => new(Scope(context).Name),
                [("Query", "fail")] = _ => throw new GraphQLException("It failed."),
                [("Query", "wait")] = WaitAsync,
                [("Query", "numbers")] = _ => new(new[] { 1, 2, 3 }),
                [("Mutation", "increment")] = context => new(Probe(context).Increment()),
                [("Subscription", "count")] = context => new(context.EventMessage),
                [("Subscription", "whoami")] = context =>
                    new(
                        $"{context.EventMessage} and {context.Operation.User.Identity?.Name} as {context.Operation.Items["name"]}"
                    ),
                [("Subscription", "tick")] = context =>
                    new(Scope(context).Name is { } name ? $"{context.EventMessage} for {name}" : context.EventMessage),
            }
        );
        schema.SubscriptionType!.Fields["count"].Subscribe = context => new(new Counting(context.Argument<int>("to")));
        schema.SubscriptionType!.Fields["whoami"].Subscribe = context =>
            new(new Single(context.Operation.User.Identity?.Name));
        schema.SubscriptionType!.Fields["tick"].Subscribe = context => new(Probe(context).OpenStream());
        return schema;
    }

    private static async ValueTask<object?> WaitAsync(ResolverContext context)
    {
        await Probe(context).WaitForGateAsync(context.CancellationToken);
        return "done";
    }

    private static Probe Probe(ResolverContext context) => context.Services.GetRequiredService<Probe>();

    private static ProbeScope Scope(ResolverContext context) => context.Services.GetRequiredService<ProbeScope>();
}

/// <summary>A source that ends by itself.</summary>
internal sealed class Counting(int last) : ISourceStream
{
    public async IAsyncEnumerable<object?> ReadEventsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        for (var number = 1; number <= last; number++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return number;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A source of one event.</summary>
internal sealed class Single(string? message) : ISourceStream
{
    public async IAsyncEnumerable<object?> ReadEventsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await Task.Yield();
        yield return message;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A scoped service that an initializer fills.</summary>
public sealed class ProbeScope
{
    public string? Name { get; set; }
}
