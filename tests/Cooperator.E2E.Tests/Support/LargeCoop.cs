using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cooperator.E2E.Tests.Support;

/// <summary>A co-op of thousands, founded by the operator and filled by its own board with the lists it has.</summary>
internal static partial class LargeCoop
{
    public const string Slug = "grosshof";
    public const int Members = 3000;
    private const int Units = 1500;
    private const int UnitsInABuilding = 60;
    private const string Password = "three-thousand-front-doors";

    /// <summary>The sign-in of its first board member.</summary>
    public static async Task<DemoAccount> FoundAsync(RunningCooperator cooperator)
    {
        using var founder = await SuperuserAsync(cooperator);
        await AskAsync(
            founder,
            $$"""
            mutation { createCoop(input: {
              slug: "{{Slug}}", name: "Großhof eG", timeZone: "Europe/Berlin", currency: "EUR", locale: "de",
              adminGivenName: "Greta", adminFamilyName: "Groß", adminEmail: "greta@example.org"
            }) { coop { slug } errors { ... on Error { code } } } }
            """
        );
        var invitation = await Letters.LinkAsync(cooperator, "greta@example.org", InvitationLink());
        using var person = Browser(cooperator);
        var accepted = await person.PostAsJsonAsync(
            $"/auth/invitations{invitation["/invitation".Length..]}/accept",
            new { name = "Greta", Password }
        );
        accepted.EnsureSuccessStatusCode();
        person.DefaultRequestHeaders.Add("Cooperator-Coop", Slug);
        await ImportAsync(person, "UNITS", UnitList());
        await ImportAsync(person, "MEMBERS", MemberList());
        return new DemoAccount(Slug, "greta@example.org", Password, ["ADMIN"]);
    }

    private static async Task<HttpClient> SuperuserAsync(RunningCooperator cooperator)
    {
        var link = await Letters.LinkAsync(cooperator, RunningCooperator.Superuser, ResetLink());
        var token = link[(link.LastIndexOf('=') + 1)..];
        var client = Browser(cooperator);
        var email = RunningCooperator.Superuser;
        (
            await client.PostAsJsonAsync(
                "/auth/password/reset",
                new
                {
                    email,
                    token,
                    Password,
                }
            )
        ).EnsureSuccessStatusCode();
        (await client.PostAsJsonAsync("/auth/sign-in", new { email, Password })).EnsureSuccessStatusCode();
        return client;
    }

    private static HttpClient Browser(RunningCooperator cooperator)
    {
        var client = new HttpClient { BaseAddress = cooperator.Address, Timeout = TimeSpan.FromMinutes(5) };
        // What no form can send, and every page of ours does.
        client.DefaultRequestHeaders.Add("Cooperator-Client", "journey");
        return client;
    }

    private static async Task ImportAsync(HttpClient board, string kind, string list)
    {
        using var content = new StringContent(list, Encoding.UTF8, "text/csv");
        var uploaded = await board.PostAsync($"/imports?kind={kind}", content);
        uploaded.EnsureSuccessStatusCode();
        var id = (await uploaded.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var applied = await AskAsync(
            board,
            $$"""mutation { applyImport(input: { importId: "{{id}}" }) { import { state } errors { ... on Error { message } } } }"""
        );
        Assert.Contains("APPLIED", applied.ToString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, string query)
    {
        var answer = await client.PostAsJsonAsync("/graphql", new { query });
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string UnitList()
    {
        var list = new StringBuilder("Haus;Nr;Etage;Fläche\n");
        for (var unit = 0; unit < Units; unit++)
        {
            list.Append(CultureInfo.InvariantCulture, $"{House(unit)};{Number(unit)};{unit % 5};60\n");
        }

        return list.ToString();
    }

    private static string MemberList()
    {
        var list = new StringBuilder("Vorname;Nachname;E-Mail;Eintritt;Haus;Wohnung\n");
        for (var member = 0; member < Members; member++)
        {
            var unit = member % Units;
            list.Append(
                CultureInfo.InvariantCulture,
                $"Person{member:0000};Familie{unit:0000};p{member}@example.org;1.3.2020;{House(unit)};{Number(unit)}\n"
            );
        }

        return list.ToString();
    }

    private static string House(int unit) => $"Haus {unit / UnitsInABuilding + 1}";

    private static int Number(int unit) => unit % UnitsInABuilding + 1;

    [GeneratedRegex(@"/invitation/grosshof/[A-Za-z0-9_\-]+", RegexOptions.None, 1000)]
    private static partial Regex InvitationLink();

    [GeneratedRegex(@"/reset-password\?email=[^&\s]+&token=[A-Za-z0-9_\-]+", RegexOptions.None, 1000)]
    private static partial Regex ResetLink();
}
