using System.Text;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Tests.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Building;

/// <summary>A server has <c>@defer</c> and <c>@stream</c> only when it is told to.</summary>
public sealed class IncrementalSchemaTests
{
    private const string Document = "{ ... @defer { books } }";

    [Fact]
    public async Task Off_they_are_unknown()
    {
        await using var services = Services(enabled: false);
        Assert.DoesNotContain(
            "directive @",
            SchemaPrinter.Print(services.GetRequiredService<Schema>()),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["""{"errors":[{"message":"Unknown directive \"@defer\".","locations":[{"line":1,"column":7}]}]}"""],
            await AskAsync(services)
        );
    }

    [Fact]
    public async Task On_they_are_in_the_schema_and_work()
    {
        await using var services = Services(enabled: true);
        var sdl = SchemaPrinter.Print(services.GetRequiredService<Schema>());
        Assert.Contains("directive @defer(", sdl, StringComparison.Ordinal);
        Assert.Contains("directive @stream(", sdl, StringComparison.Ordinal);
        Assert.Equal(
            [
                """{"data":{},"pending":[{"id":"0","path":[]}],"hasNext":true}""",
                """{"hasNext":false,"incremental":[{"id":"0","data":{"books":["Utopia"]}}],"completed":[{"id":"0"}]}""",
            ],
            await AskAsync(services)
        );
    }

    private static ServiceProvider Services(bool enabled) =>
        new ServiceCollection()
            .AddGraphQLServer()
            .AddType(typeof(ShelfQueries))
            .ModifyOptions(options => options.EnableDeferAndStream = enabled)
            .Services.BuildServiceProvider();

    private static Task<List<string>> AskAsync(IServiceProvider services) =>
        IncrementalResponses.ExecuteAsync(
            services.GetRequiredService<RequestExecutor>(),
            new OperationRequest
            {
                Document = Encoding.UTF8.GetBytes(Document),
                AcceptsParts = true,
                Services = services,
            }
        );

    [QueryType]
    public static class ShelfQueries
    {
        public static IReadOnlyList<string> Books() => ["Utopia"];
    }
}
