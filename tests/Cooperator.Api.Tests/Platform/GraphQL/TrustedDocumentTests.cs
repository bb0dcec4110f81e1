using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Validation;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Platform.GraphQL;

/// <summary>The web app's documents are known to the server, which can refuse all others.</summary>
public sealed class TrustedDocumentTests(CooperatorApplication app) : IClassFixture<CooperatorApplication>
{
    private static readonly Dictionary<string, string> Manifest = JsonSerializer.Deserialize<
        Dictionary<string, string>
    >(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "trusted-documents.json")))!;

    [Fact]
    public void Every_document_of_the_web_app_can_be_executed()
    {
        var validator = new DocumentValidator(app.Services.GetRequiredService<Cooperator.GraphQL.Types.Schema>());
        Assert.NotEmpty(Manifest);
        Assert.All(
            Manifest.Values,
            text => Assert.Empty(validator.Validate(Parser.Parse(new Source(Encoding.UTF8.GetBytes(text)))))
        );
    }

    [Fact]
    public async Task Locked_down_only_they_are_executed()
    {
        using var locked = app.WithWebHostBuilder(host => host.UseSetting("GraphQL:OnlyTrustedDocuments", "true"));
        using var client = locked.CreateClient();
        var profile = Manifest.Single(document =>
            document.Value.StartsWith("query MyProfile", StringComparison.Ordinal)
        );

        var known = await AskAsync(client, new { extensions = Hash(profile.Key) });
        var unknown = await AskAsync(client, new { query = "{ __typename }" });

        Assert.Contains("\"data\"", known, StringComparison.Ordinal);
        Assert.Contains("DOCUMENT_NOT_TRUSTED", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_default_anybody_may_ask_anything()
    {
        using var client = app.CreateClient();
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await AskAsync(client, new { query = "{ __typename }" }));
    }

    private static object Hash(string id) =>
        new { persistedQuery = new { version = 1, sha256Hash = id["sha256:".Length..] } };

    private static async Task<string> AskAsync(HttpClient client, object request)
    {
        using var answer = await client.PostAsJsonAsync("/graphql", request);
        return await answer.Content.ReadAsStringAsync();
    }
}
