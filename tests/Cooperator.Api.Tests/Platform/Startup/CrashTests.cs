using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Cooperator.Api.Tests.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Tests.Platform.Startup;

/// <summary>kill -9 while people write: what was answered is kept, and nothing is there by half.</summary>
public sealed class CrashTests
{
    private const int RowsOfAList = 300;

    [Fact]
    public async Task Kill_9_leaves_no_server_behind()
    {
        using var installation = new Installation();
        await installation.StartAsync();

        await installation.KillAsync(serverToo: false);

        await Eventually.HoldsAsync(() => Task.FromResult(!File.Exists(installation.PidFile)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kill_9_amid_writes_loses_nothing_that_was_answered_and_leaves_nothing_by_half(bool serverToo)
    {
        // arrange: people are added, given roles and imported by the list, as fast as it goes
        using var installation = new Installation();
        await installation.StartAsync();
        var told = new ConcurrentBag<string>();
        Guid coop;
        using (var board = await installation.BoardAsync())
        {
            var answer = await board.AskAsync("{ coop { id } }");
            coop = NodeIds.ParseGuid(answer.Data().GetProperty("coop").Text("id"), "Coop");
            var writers = Enumerable
                .Range(0, 3)
                .Select(writer => UntilItDiesAsync(name => AddAsync(board, name), told, $"One{writer}x"))
                .Append(UntilItDiesAsync(name => ImportAsync(board, name), told, "List"))
                .ToList();
            await Eventually.HoldsAsync(() =>
                Task.FromResult(told.Count > 50 && told.Any(t => t.StartsWith("List", StringComparison.Ordinal)))
            );

            // act
            await installation.KillAsync(serverToo);
            await Task.WhenAll(writers);
        }

        await installation.StartAsync();

        // assert
        var kept = (
            await installation.CountAsync(
                "SELECT family_name, count(*) FROM members WHERE family_name ~ '^(One|List)[0-9]' GROUP BY 1",
                coop
            )
        ).ToDictionary();
        Assert.Empty(told.Except(kept.Keys));
        Assert.All(
            kept,
            found => Assert.Equal(found.Key.StartsWith("List", StringComparison.Ordinal) ? RowsOfAList : 1, found.Value)
        );
        Assert.Empty(await installation.CountAsync(ByHalf, coop));
        using var afterwards = await installation.BoardAsync();
        Assert.True(await AddAsync(afterwards, "Afterwards"));
    }

    private const string ByHalf = """
        SELECT 'a member without a period, a role or an event: ' || m.family_name, 1::bigint FROM members m
        WHERE m.family_name ~ '^(One|List)[0-9]' AND (
            NOT EXISTS (SELECT FROM membership_periods p WHERE p.member_id = m.id)
            OR NOT EXISTS (SELECT FROM role_assignments r WHERE r.member_id = m.id)
            OR NOT EXISTS (SELECT FROM event_log e WHERE e.subject_id = m.id AND e.kind = 'member.joined'))
        UNION ALL
        SELECT 'an event without a member: ' || e.id, 1 FROM event_log e
        WHERE e.kind = 'member.joined' AND NOT EXISTS (SELECT FROM members m WHERE m.id = e.subject_id)
        UNION ALL
        SELECT 'a list without its event: ' || i.file_name, 1 FROM imports i
        WHERE i.state = 'APPLIED'
            AND NOT EXISTS (SELECT FROM event_log e WHERE e.subject_id = i.id AND e.kind = 'import.applied')
        """;

    private static async Task UntilItDiesAsync(Func<string, Task<bool>> write, ConcurrentBag<string> told, string name)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                if (!await write($"{name}{i}"))
                {
                    return;
                }

                told.Add($"{name}{i}");
            }
            catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
            {
                // It died under this one, which was not answered: it may be there or not, but whole.
                return;
            }
        }
    }

    private static async Task<bool> AddAsync(HttpClient board, string name)
    {
        var added = await board.AskAsync(
            $$"""mutation { addMember(input: { givenName: "Kim", familyName: "{{name}}", joinedOn: "2026-01-01" }) { member { id } } }"""
        );
        return added.TryGetProperty("data", out var data)
            && data.GetProperty("addMember").GetProperty("member").ValueKind == JsonValueKind.Object;
    }

    private static async Task<bool> ImportAsync(HttpClient board, string name)
    {
        var list = new StringBuilder("Vorname;Nachname;Eintritt\n");
        for (var row = 0; row < RowsOfAList; row++)
        {
            list.Append($"Kim{row};{name};1.1.2026\n");
        }

        using var content = new StringContent(list.ToString(), Encoding.UTF8, "text/csv");
        var uploaded = await board.PostAsync("/imports?kind=MEMBERS", content);
        if (!uploaded.IsSuccessStatusCode)
        {
            return false;
        }

        var import = (await uploaded.Content.ReadFromJsonAsync<JsonElement>()).Text("id");
        var applied = await board.AskAsync(
            $$"""mutation { applyImport(input: { importId: "{{import}}" }) { import { state } } }"""
        );
        return applied.ToString().Contains("APPLIED", StringComparison.Ordinal);
    }
}
