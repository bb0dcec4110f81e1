using System.Net.Http.Json;
using System.Text.Json;
using Cooperator.Api.Tests.Identity;

namespace Cooperator.Api.Tests.Support;

/// <summary>Somebody who asks the API as a program does.</summary>
internal sealed class GraphQLCaller(HttpClient client, string? token)
{
    public static async Task<GraphQLCaller> SignInAsync(IdentityHouse house, Person person, string coop)
    {
        var token = (await house.TokensAsync(person)).Access;
        var client = house.Program(token);
        client.DefaultRequestHeaders.Add("Cooperator-Coop", coop);
        return new GraphQLCaller(client, token);
    }

    public string? Token => token;

    /// <summary>For what is asked over HTTP alone.</summary>
    public HttpClient Client => client;

    /// <summary>The whole answer.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        var answer = await client.PostAsJsonAsync("/graphql", new { query, variables });
        var text = await answer.Content.ReadAsStringAsync();
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The data of an answer without top-level errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The codes of the top-level errors.</summary>
    public async Task<string[]> CodesAsync(string query)
    {
        var answer = await AskAsync(query);
        return answer.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString()!)]
            : [];
    }
}
