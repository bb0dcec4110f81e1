using System.Net.Http.Json;
using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Platform;
using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>The database goes away while people work, and comes back: the program is not started again.</summary>
public sealed class OutageTests
{
    private const string Members = "{ members { nodes { displayName } } }";

    [Fact]
    public async Task While_the_database_is_away_everybody_is_told_and_when_it_is_back_all_goes_on()
    {
        await using var program = await ProgramOnServer.StartAsync(
            ("Tokens:PasswordIterations", "1000"),
            ("RateLimits:AuthPerMinute", "0")
        );
        var (member, admin) = await FurnishAsync(program);
        await using var stream = await EventStreamClient.OpenAsync(
            program.Services,
            admin,
            "subscription { memberChanged { member { displayName } } }"
        );
        (await admin.AskAsync(Members)).Data();

        await program.TakeDatabaseAwayAsync();
        foreach (var operation in new[] { Members, Rename(member, "Unsaved"), "{ me { account { email } } }" })
        {
            Assert.Contains(
                DatabaseOutage.Code,
                (await admin.AskAsync(operation)).ToString(),
                StringComparison.Ordinal
            );
        }

        var signIn = await admin.PostAsJsonAsync("/auth/token", new { email = "a@example.org", password = "whatever" });
        await signIn.ProblemAsync(503, DatabaseOutage.Code);
        Assert.Equal(503, (int)(await admin.GetAsync("/health")).StatusCode);

        await program.BringDatabaseBackAsync();
        await Eventually.HoldsAsync(async () => !(await admin.AskAsync(Members)).TryGetProperty("errors", out _));
        Assert.Equal(200, (int)(await admin.GetAsync("/health")).StatusCode);
        (await admin.AskAsync(Rename(member, "Saved"))).Data();
        var told = await stream.NextAsync();
        Assert.Equal("Saved Lund", told.Data().GetProperty("memberChanged").GetProperty("member").Text("displayName"));
    }

    private static string Rename(string member, string name) =>
        $$"""
            mutation { renameMember(input: { memberId: "{{member}}", givenName: "{{name}}", familyName: "Lund" }) { errors { __typename } } }
            """;

    private static async Task<(string Member, HttpClient Admin)> FurnishAsync(ProgramOnServer program)
    {
        await using var scope = program.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var coop = new Coop("lindenhof", "Lindenhof", "Europe/Berlin", "EUR", "de");
        var account = new Account("a@example.org", "Alma", Language.De, DateTimeOffset.UtcNow);
        var accounts = services.GetRequiredService<UserManager<Account>>();
        Assert.True((await accounts.CreateAsync(account, IdentityHouse.Password)).Succeeded);
        services.GetRequiredService<CurrentCoop>().Enter(coop.Id, coop.Slug, coop.TimeZone);
        var db = services.GetRequiredService<CooperatorDbContext>();
        var member = Furnish.Member("Alma", "Lund", Role.Admin);
        member.ConnectAccount(account.Id);
        await services
            .GetRequiredService<DatabaseTransactions>()
            .WriteAsync(
                _ =>
                {
                    db.AddRange(coop, member);
                    return Task.CompletedTask;
                },
                default
            );
        var client = program.CreateClient();
        var signedIn = await client.PostAsJsonAsync(
            "/auth/token",
            new { email = account.Email, password = IdentityHouse.Password }
        );
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await signedIn.JsonAsync(200)).Text("accessToken"));
        return (NodeIds.Format("Member", member.Id), client);
    }
}
