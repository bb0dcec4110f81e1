using System.Text.Json.Nodes;
using Cooperator.GraphQL.Tests.Differential;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Responses equal graphql-js's: order of fields, nulls, errors with their places and paths.</summary>
public sealed class ExecutionDifferentialTests
{
    [Fact]
    public async Task Responses_are_those_of_graphql_js()
    {
        using var oracle = GraphQLOracle.Start(ExecutionGenerator.Sdl);
        ResolveMode[] modes = [ResolveMode.Pure, ResolveMode.Sync, ResolveMode.Async];
        var executors = modes
            .Select(mode => Responses.Executor(ExecutionCase.SchemaOver(ExecutionGenerator.Sdl, mode)))
            .ToArray();
        var (made, compared) = (0, 0);
        foreach (var seed in DifferentialRun.Seeds())
        {
            made++;
            var generator = new ExecutionGenerator(seed);
            var document = generator.Document();
            var root = generator.Root();
            var variables = generator.Variables();
            if (oracle.Execute(document, root, variables).Response is not { } expected)
            {
                continue;
            }

            compared++;
            var request = Responses.Request(document, Plain(root), variables.ToJsonString());
            for (var index = 0; index < modes.Length; index++)
            {
                var actual = await Responses.ExecuteAsync(executors[index], request);
                DifferentialRun.AssertSame(
                    Responses.Normal(expected),
                    Responses.Normal(actual),
                    seed,
                    $"{modes[index]}: {document} {variables.ToJsonString()}\n{root.ToJsonString()}"
                );
            }
        }

        Assert.True(compared * 10 > made * 9, $"Only {compared} of {made} documents were valid.");
    }

    internal static object? Plain(JsonNode? node) =>
        node switch
        {
            JsonObject error when error["$error"] is { } message => new GraphQLException(message.GetValue<string>()),
            JsonObject map => map.ToDictionary(pair => pair.Key, pair => Plain(pair.Value)),
            JsonArray list => list.Select(Plain).ToList(),
            JsonValue value when value.TryGetValue<int>(out var number) => number,
            JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
            _ => node?.GetValue<string>(),
        };
}
