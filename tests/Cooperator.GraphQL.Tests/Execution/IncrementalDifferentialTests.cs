using Cooperator.GraphQL.Tests.Differential;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>What is deferred and streamed is delivered as graphql-js delivers it.</summary>
public sealed class IncrementalDifferentialTests
{
    [Fact]
    public async Task Results_together_are_those_of_graphql_js()
    {
        using var oracle = GraphQLOracle.Start(ExecutionGenerator.DividingSdl);
        var modes = Enum.GetValues<ResolveMode>();
        var executors = modes
            .Select(mode => Responses.Executor(ExecutionCase.SchemaOver(ExecutionGenerator.DividingSdl, mode)))
            .ToArray();
        var (compared, divided) = (0, 0);
        foreach (var seed in DifferentialRun.Seeds())
        {
            var generator = new ExecutionGenerator(seed, divides: true);
            var document = generator.Document();
            var root = generator.Root();
            var variables = generator.Variables();
            if (oracle.ExecuteIncrementally(document, root, variables).Results is not { } results)
            {
                continue;
            }

            var expected = results.Select(IncrementalResponses.WithoutRepeatedLocations).ToList();
            compared++;
            divided += expected.Count > 1 ? 1 : 0;
            var request = Responses.Request(
                document,
                ExecutionDifferentialTests.Plain(root),
                variables.ToJsonString(),
                acceptsParts: true
            );
            for (var index = 0; index < modes.Length; index++)
            {
                var actual = await IncrementalResponses.ExecuteAsync(executors[index], request);
                var about = $"{modes[index]}: {document} {variables.ToJsonString()}\n{root.ToJsonString()}";
                // Of errors that lead to the same null, which is told depends on which came first.
                var dataOnly = modes[index] == ResolveMode.Loaded;
                DifferentialRun.AssertSame(
                    IncrementalResponses.Merge(expected, dataOnly),
                    IncrementalResponses.Merge(actual, dataOnly),
                    seed,
                    $"{about}\n{string.Join('\n', expected)}\n---\n{string.Join('\n', actual)}"
                );
                // Where nothing waits, it is decided what is sent when; but graphql-js waits between the items of a stream.
                if (
                    modes[index] is ResolveMode.Pure or ResolveMode.Sync
                    && !document.Contains("@stream", StringComparison.Ordinal)
                )
                {
                    DifferentialRun.AssertSame(
                        IncrementalResponses.Normal(expected),
                        IncrementalResponses.Normal(actual),
                        seed,
                        about
                    );
                }
            }
        }

        Assert.True(divided * 3 > DifferentialRun.Count, $"Only {divided} of {compared} documents were divided.");
    }
}
