using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cooperator.Bench;

/// <summary>People of a co-op with accounts of their own: added by the board, invited by letter, joined by the link in it.</summary>
internal static partial class People
{
    public static async Task<List<HttpClient>> JoinAsync(
        ServerProcess api,
        Lindenhof lindenhof,
        string dataFolder,
        int count
    )
    {
        var people = new List<HttpClient>();
        foreach (var some in Enumerable.Range(0, count).Chunk(8))
        {
            people.AddRange(
                await Task.WhenAll(some.Select(i => JoinAsync(api, lindenhof, dataFolder, $"p{i}@example.org")))
            );
        }

        return people;
    }

    private static async Task<HttpClient> JoinAsync(
        ServerProcess api,
        Lindenhof lindenhof,
        string dataFolder,
        string email
    )
    {
        const string Password = "correct horse battery";
        // Connections of their own, as people have.
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = api.Address };
        client.DefaultRequestHeaders.Add("Cooperator-Client", "web");
        var added = await AskAsync(
            client,
            lindenhof,
            $$"""
            mutation { addMember(input: {
              givenName: "Kim", familyName: "{{email}}", joinedOn: "2026-01-01", email: "{{email}}"
            }) { member { id } } }
            """
        );
        var id = added.GetProperty("addMember").GetProperty("member").GetProperty("id").GetString();
        await AskAsync(
            client,
            lindenhof,
            $$"""mutation { inviteMember(input: { memberId: "{{id}}" }) { errors { __typename } } }"""
        );
        var link = await LinkAsync(Path.Combine(dataFolder, "mail"), email);
        using var joined = await client.PostAsJsonAsync(
            $"/auth/invitations{link}/accept",
            new { name = email, password = Password }
        );
        joined.EnsureSuccessStatusCode();
        using var answer = await client.PostAsJsonAsync("/auth/token", new { email, password = Password });
        var tokens = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            tokens.GetProperty("accessToken").GetString()
        );
        client.DefaultRequestHeaders.Add("Cooperator-Coop", "lindenhof");
        return client;
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, Lindenhof lindenhof, string query)
    {
        using var request = lindenhof.Ask(query);
        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException(errors.ToString())
            : answer.GetProperty("data");
    }

    /// <summary>The end of the link in the letter, once it is written: <c>/lindenhof/…</c>.</summary>
    private static async Task<string> LinkAsync(string mails, string email)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (
                Directory.Exists(mails)
                && Directory.EnumerateFiles(mails, $"*-{email}.eml").FirstOrDefault() is { } file
                && Link().Match(Read(await File.ReadAllTextAsync(file))) is { Success: true } link
            )
            {
                return link.Groups["end"].Value;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"No letter to {email} within a minute.");
    }

    // The letter's parts are in Base64, a few lines each.
    private static string Read(string letter)
    {
        var text = new StringBuilder();
        foreach (Match part in Part().Matches(letter.ReplaceLineEndings("\n")))
        {
            var bytes = new byte[part.Length];
            if (
                Convert.TryFromBase64String(
                    part.Value.Replace("\n", "", StringComparison.Ordinal),
                    bytes,
                    out var count
                )
            )
            {
                text.Append(Encoding.UTF8.GetString(bytes, 0, count));
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(@"(^[A-Za-z0-9+/]+=*\n)+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"/invitation(?<end>/lindenhof/[\w-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
