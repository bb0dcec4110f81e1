using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Platform.Jobs;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Platform;
using Cooperator.Api.Tests.Platform.Mail;
using Cooperator.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Notifications;

/// <summary>Who can not be written to by e-mail is written to on paper.</summary>
public sealed class LettersToPrintTests(MailHouse house) : IClassFixture<MailHouse>
{
    [Fact]
    public async Task Who_has_no_address_and_whose_address_is_refused_are_on_the_list_until_it_is_printed()
    {
        // arrange
        var refused = await house.AddPersonAsync();
        await using var office = new PostOffice { Refused = refused.Email };
        house.Office = office.Port;
        var (offline, told) = (await house.AddPersonAsync(password: null), await house.AddPersonAsync());
        using var board = house.Program((await house.TokensAsync(await house.AddPersonAsync(Role.Admin))).Access);
        foreach (var person in new[] { refused, offline, told })
        {
            await house.GrantAsync(person);
        }

        // act
        List<JsonElement> letters = [];
        await Eventually.HoldsAsync(async () => (letters = await ListAsync(board)).Count == 2);
        var letter = letters.Single(l => l.Text("state") == "UNREACHABLE").GetProperty("letter");
        var ids = string.Join("\", \"", letters.Select(l => l.Text("id")));
        var marking =
            $$"""mutation { markLettersPrinted(input: { deliveryIds: ["{{ids}}"] }) { deliveries { state } errors { __typename } } }""";
        var printed = await board.AskAsync(marking);
        var again = await board.AskAsync(marking);

        // assert
        Assert.StartsWith("Sie haben eine neue Rolle in ", letter.Text("subject"), StringComparison.Ordinal);
        Assert.Contains("Hausdienst", letter.Text("text"), StringComparison.Ordinal);
        Assert.DoesNotContain("settings", letter.Text("text"), StringComparison.Ordinal);
        Assert.Equal(
            """{"markLettersPrinted":{"deliveries":[{"state":"PRINTED"},{"state":"PRINTED"}],"errors":null}}""",
            printed.Data().ToString()
        );
        Assert.Equal(printed.Data().ToString(), again.Data().ToString());
        Assert.Empty(await ListAsync(board));
    }

    [Fact]
    public async Task What_is_to_be_printed_stays_however_long_it_takes()
    {
        // arrange
        var offline = await house.AddPersonAsync(password: null);
        await house.GrantAsync(offline);
        await house.AsTimePassesAsync(
            async () => (await house.DeliveriesAsync(offline)).Any(d => d.State is DeliveryState.Unreachable),
            step: TimeSpan.Zero
        );
        var sweep = house.Services.GetServices<IExpirySweep>().Single(s => s is OldNotifications);
        var now = house.Clock.Now;

        // act
        house.Clock.Now += TimeSpan.FromDays(200);
        try
        {
            await sweep.SweepAsync(house.Services, default);
        }
        finally
        {
            house.Clock.Now = now;
        }

        // assert
        using var board = house.Program((await house.TokensAsync(await house.AddPersonAsync(Role.Admin))).Access);
        Assert.NotEqual(JsonValueKind.Null, Assert.Single(await ListAsync(board)).GetProperty("letter").ValueKind);
    }

    private static async Task<List<JsonElement>> ListAsync(HttpClient board)
    {
        var list = await board.AskAsync(
            "{ lettersToPrint { nodes { id state member { id } letter { subject text } } } }"
        );
        return [.. list.Data().GetProperty("lettersToPrint").GetProperty("nodes").EnumerateArray()];
    }
}
