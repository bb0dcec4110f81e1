using System.Runtime.CompilerServices;
using Cooperator.Api.Platform.GraphQL;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Schema;

public sealed class SchemaTests(CooperatorApplication app) : IClassFixture<CooperatorApplication>
{
    [Fact]
    public async Task The_committed_schema_is_the_one_served()
    {
        var committed = await File.ReadAllTextAsync(SchemaFile());

        // When this fails on purpose: dotnet run --project api -- schema > schema.graphql
        Assert.Equal(committed.ReplaceLineEndings("\n"), SchemaCommand.Print(app.Services).ReplaceLineEndings("\n"));
    }

    private static string SchemaFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "schema.graphql");
}
