using System.Text.Json;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Features.Tasks;

/// <summary>A board and the words to play on it: who asks is a role.</summary>
public sealed class BoardHouse(DatabaseServer server) : IAsyncLifetime
{
    private readonly Dictionary<Role, string> _ids = [];

    internal LivedInHouse World { get; } = new(server);

    internal GraphQLCaller this[Role role] => World.Members[role];

    public async ValueTask InitializeAsync()
    {
        await World.InitializeAsync();
        foreach (var (role, caller) in World.Members)
        {
            var me = await caller.DataAsync("{ me { member { id } } }");
            _ids[role] = me.GetProperty("me").GetProperty("member").GetProperty("id").GetString()!;
        }
    }

    internal string IdOf(Role role) => _ids[role];

    /// <summary>The payload of one mutation: the task's facts that were asked for, and the codes of refusals.</summary>
    internal async Task<JsonElement> DoAsync(Role who, string mutation, string facts = "id")
    {
        var answer = await World
            .Members[who]
            .DataAsync($$"""mutation { done: {{mutation}} { task { {{facts}} } errors { ... on Error { code } } } }""");
        return answer.GetProperty("done");
    }

    internal async Task<string> AddTaskAsync(string title, string column = "TODO", Role by = Role.Resident) =>
        (await DoAsync(by, $$"""addTask(input: { title: "{{title}}", column: {{column}} })"""))
            .GetProperty("task")
            .GetProperty("id")
            .GetString()!;

    /// <summary>The code of the refusal; null when it was done.</summary>
    internal async Task<string?> OutcomeAsync(Role who, string mutation)
    {
        var answer = await World
            .Members[who]
            .DataAsync($"mutation {{ done: {mutation} {{ errors {{ ... on Error {{ code }} }} }} }}");
        return answer.GetProperty("done").GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
            ? errors[0].GetProperty("code").GetString()
            : null;
    }

    /// <summary>The titles of a column, from the top.</summary>
    internal async Task<string[]> TitlesAsync(string column, string? filter = null, Role who = Role.Observer)
    {
        var answer = await World
            .Members[who]
            .DataAsync(
                $$"""{ board { columns { column tasks(first: 150, filter: { {{filter}} }) { nodes { title } } } } }"""
            );
        var found = answer
            .GetProperty("board")
            .GetProperty("columns")
            .EnumerateArray()
            .Single(c => c.GetProperty("column").ValueEquals(column));
        return [.. Nodes(found.GetProperty("tasks")).Select(t => t.GetProperty("title").GetString()!)];
    }

    internal static IEnumerable<JsonElement> Nodes(JsonElement connection) =>
        connection.GetProperty("nodes").EnumerateArray();

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
