using System.Text;
using Cooperator.GraphQL.Execution;
using static Cooperator.GraphQL.Tests.Execution.ExecutionCase;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Many at once, and what is kept between requests.</summary>
public sealed class ConcurrencyTests
{
    private const string Sdl = """
        type Query { pets(n: Int!): [Pet!]! n: Int }
        interface Pet { name: String! }
        type Dog implements Pet { name: String! friend: Pet }
        type Cat implements Pet { name: String! meows: Boolean! }
        """;

    [Theory]
    [InlineData(ResolveMode.Sync)]
    [InlineData(ResolveMode.Async)]
    [InlineData(ResolveMode.Loaded)]
    public async Task A_thousand_at_once_each_get_their_own_answer(ResolveMode mode)
    {
        var executor = Responses.Executor(SchemaOver(Sdl, mode));

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1000),
            new ParallelOptions { MaxDegreeOfParallelism = 50 },
            async (n, cancellationToken) =>
            {
                var cat = Object(("__typename", "Cat"), ("name", $"cat {n}"), ("meows", true));
                var dog = Object(("__typename", "Dog"), ("name", $"dog {n}"), ("friend", cat));
                var withNames = n % 2 == 0;
                var response = await Responses.ExecuteAsync(
                    executor,
                    Responses.Request(
                        $$"""
                        query ($names: Boolean!) {
                          n pets(n: {{n
                            % 10}}) { name @include(if: $names) ... on Dog { friend { name } } ... on Cat { meows } }
                        }
                        """,
                        Object(("n", n), ("pets", new[] { dog, cat })),
                        $$"""{"names":{{(withNames ? "true" : "false")}}}"""
                    ),
                    cancellationToken
                );

                Assert.Equal(
                    withNames
                        ? $$$"""{"data":{"n":{{{n}}},"pets":[{"name":"dog {{{n}}}","friend":{"name":"cat {{{n}}}"}},{"name":"cat {{{n}}}","meows":true}]}}"""
                        : $$$"""{"data":{"n":{{{n}}},"pets":[{"friend":{"name":"cat {{{n}}}"}},{"meows":true}]}}""",
                    response
                );
            }
        );
    }

    [Fact]
    public void The_cache_stays_bounded_and_keeps_what_is_used()
    {
        var schema = SchemaOver(Sdl, ResolveMode.Sync);
        var preparation = new DocumentPreparation(schema, new GraphQLOptions { DocumentCacheSize = 100 }, (_, _) => []);
        var hot = preparation.Prepare("{ n }"u8.ToArray());

        for (var n = 0; n < 10_000; n++)
        {
            preparation.Prepare(Encoding.UTF8.GetBytes($"{{ x{n}: n }}"));
            if (n % 20 == 0)
            {
                Assert.Same(hot, preparation.Prepare("{ n }"u8.ToArray()));
            }

            Assert.InRange(preparation.CachedDocuments, 1, 100);
        }
    }

    [Fact]
    public void Large_documents_count_by_their_size()
    {
        var preparation = new DocumentPreparation(
            SchemaOver(Sdl, ResolveMode.Sync),
            new GraphQLOptions(),
            (_, _) => []
        );

        for (var n = 0; n < 40; n++)
        {
            preparation.Prepare(Encoding.UTF8.GetBytes($"{{ n }} #{n}{new string(' ', 1024 * 1024)}"));
        }

        Assert.InRange(preparation.CachedDocuments, 1, 8);
    }

    [Fact]
    public void Documents_count_by_what_is_compiled_of_them()
    {
        var schema = SchemaOver("type Query { n: Int q: Query }", ResolveMode.Sync);
        var preparation = new DocumentPreparation(schema, new GraphQLOptions(), (_, _) => []);
        var fragments = string.Concat(
            Enumerable
                .Range(0, 13)
                .Select(n => $" fragment F{n} on Query {{ a: q {{ ...F{n + 1} }} b: q {{ ...F{n + 1} }} }}")
        );

        for (var n = 0; n < 100; n++)
        {
            var text = $"{{ ...F0 }}{fragments} fragment F13 on Query {{ n }} #{n}";
            var document = preparation.Prepare(Encoding.UTF8.GetBytes(text));
            document.Compile(document.FindOperation(null));
        }

        Assert.InRange(preparation.CachedDocuments, 1, 15);
    }
}
