using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cooperator.Bench;

/// <summary>The demo co-op of the API under measurement, with somebody signed in.</summary>
internal sealed record Lindenhof(string AccessToken, string MemberId, Guid CoopId, string Port, string Password)
{
    public const string MemberQuery =
        "query M($id: ID!) { member(id: $id) { id displayName language unit { id number building { name } } } }";

    public const string PageQuery =
        "{ members(first: 50) { nodes { id displayName joinedOn roles unit { id number } } pageInfo { hasNextPage endCursor } } }";

    public const string TasksQuery =
        "{ tasks(first: 50) { nodes { id title column dueOn assignees { id displayName } } } }";

    public const string AddTask =
        "mutation A($title: String!) { addTask(input: { title: $title }) { task { id title } } }";

    public const string ItemsQuery = "{ items { id name price isOpen note } }";

    /// <summary>The way to its database, as Npgsql wants it.</summary>
    public string ConnectionString =>
        $"Host=127.0.0.1;Port={Port};Database=cooperator;Username=cooperator_app;Password={Password}";

    /// <summary>The same as an address, for the rest of the world.</summary>
    public string DatabaseUrl =>
        $"postgres://cooperator_app:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port}/cooperator";

    /// <summary>The row's own id, which a global id wraps behind its type's name.</summary>
    public Guid MemberRowId => RowId(MemberId);

    public static async Task<Lindenhof> SignInAsync(Uri address, string dataFolder)
    {
        using var client = new HttpClient { BaseAddress = address };
        var accounts = JsonDocument
            .Parse(await File.ReadAllTextAsync(Path.Combine(dataFolder, "demo-accounts.json")))
            .RootElement;
        var admin = accounts
            .EnumerateArray()
            .First(a =>
                a.GetProperty("coop").GetString() == "lindenhof" && a.GetProperty("roles")[0].GetString() == "ADMIN"
            );
        var tokens = await PostAsync(
            client,
            "/auth/token",
            new { email = admin.GetProperty("email").GetString(), password = admin.GetProperty("password").GetString() }
        );
        var token = tokens.GetProperty("accessToken").GetString()!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.Add("Cooperator-Coop", "lindenhof");

        var answer = await PostAsync(
            client,
            "/graphql",
            new { query = "{ coop { id } members(first: 50) { nodes { id unit { id } } } }" }
        );
        var data = answer.GetProperty("data");
        var member = data.GetProperty("members")
            .GetProperty("nodes")
            .EnumerateArray()
            .First(m => m.GetProperty("unit").ValueKind == JsonValueKind.Object);

        var secrets = JsonDocument
            .Parse(await File.ReadAllTextAsync(Path.Combine(dataFolder, "postgres.secrets.json")))
            .RootElement;
        var port = (await File.ReadAllTextAsync(Path.Combine(dataFolder, "postgres.port"))).Trim();
        return new Lindenhof(
            token,
            member.GetProperty("id").GetString()!,
            RowId(data.GetProperty("coop").GetProperty("id").GetString()!),
            port,
            secrets.GetProperty("App").GetString()!
        );
    }

    /// <summary>A GraphQL request as the web app sends it: signed in, and to this co-op.</summary>
    public HttpRequestMessage Ask(string query, object? variables = null)
    {
        var request = AskAnybody(query, variables);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        request.Headers.Add("Cooperator-Coop", "lindenhof");
        return request;
    }

    /// <summary>The same for servers that do not ask who it is.</summary>
    public static HttpRequestMessage AskAnybody(string query, object? variables = null)
    {
        var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { query, variables }));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(HttpMethod.Post, new Uri("/graphql", UriKind.Relative)) { Content = body };
    }

    private static Guid RowId(string globalId)
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(globalId);
        return new Guid(bytes.AsSpan(bytes.Length - 16), bigEndian: true);
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(path, body);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"{path} answered {answer}");
    }
}
