using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Diagnostics;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>How operations end before they are done.</summary>
public sealed class LimitTests
{
    private readonly TaskCompletionSource _isRunning = new();

    [Fact]
    public async Task The_time_limit_reaches_resolvers_and_is_told()
    {
        var executor = Responses.Executor(
            Waiting(),
            new GraphQLOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(20) }
        );

        Assert.Equal(
            """{"errors":[{"message":"The operation was stopped because it took longer than 0.02 s.","extensions":{"code":"EXECUTION_TIMEOUT"}}],"data":null}""",
            await Responses.ExecuteAsync(executor, Responses.Request("{ wait }"))
        );
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_resolvers()
    {
        using var client = new CancellationTokenSource();
        var executing = Responses.ExecuteAsync(
            Responses.Executor(Waiting()),
            Responses.Request("{ wait }"),
            client.Token
        );
        await _isRunning.Task;
        await client.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => executing);
    }

    [Fact]
    public async Task No_resolver_starts_once_the_client_has_left()
    {
        using var client = new CancellationTokenSource();
        var later = false;
        var schema = SchemaBuilder.FromSdl(
            "type Query { leave: Int later: Int }",
            new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "leave")] = async _ =>
                {
                    await client.CancelAsync();
                    return 1;
                },
                [("Query", "later")] = _ => new(later = true),
            }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Responses.ExecuteAsync(Responses.Executor(schema), Responses.Request("{ leave later }"), client.Token)
        );
        Assert.False(later);
    }

    [Fact]
    public async Task A_resolver_that_waits_for_a_loader_can_clean_up()
    {
        using var client = new CancellationTokenSource();
        var isCleanedUp = false;
        var schema = SchemaBuilder.FromSdl(
            "type Query { wait: Int leave: Int }",
            new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "wait")] = async context =>
                {
                    try
                    {
                        return await context.DataLoader<ValueLoader>().LoadAsync((ExecutionCase.Object(), "x"));
                    }
                    finally
                    {
                        isCleanedUp = true;
                    }
                },
                [("Query", "leave")] = async _ =>
                {
                    await client.CancelAsync();
                    return 1;
                },
            }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Responses.ExecuteAsync(Responses.Executor(schema), Responses.Request("{ wait leave }"), client.Token)
        );
        Assert.True(isCleanedUp);
    }

    [Fact]
    public async Task A_resolver_that_cancels_for_itself_is_an_error_of_its_field()
    {
        var schema = SchemaBuilder.FromSdl(
            "type Query { a: Int }",
            new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "a")] = _ => throw new OperationCanceledException(),
            }
        );

        Assert.Equal(
            """{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":3}],"path":["a"]}],"data":{"a":null}}""",
            await Responses.ExecuteAsync(Responses.Executor(schema), Responses.Request("{ a }"))
        );
    }

    [Fact]
    public async Task Slow_operations_are_told()
    {
        var slow = new List<SlowOperation>();
        var executor = Responses.Executor(
            ExecutionCase.SchemaOver("type Query { a: Int }", ResolveMode.Sync),
            new GraphQLOptions { SlowOperationThreshold = TimeSpan.Zero, OnSlowOperation = slow.Add }
        );

        await Responses.ExecuteAsync(executor, Responses.Request("query Slow { a }", ExecutionCase.Object()));

        var told = Assert.Single(slow);
        Assert.Equal(("Slow", 1), (told.Operation.Name, told.Cost));
    }

    private Schema Waiting() =>
        SchemaBuilder.FromSdl(
            "type Query { wait: Int }",
            new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "wait")] = async context =>
                {
                    _isRunning.TrySetResult();
                    await Task.Delay(Timeout.Infinite, context.CancellationToken);
                    return 1;
                },
            }
        );
}
