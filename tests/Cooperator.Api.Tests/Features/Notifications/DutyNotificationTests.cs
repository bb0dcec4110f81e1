using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Isolation;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Notifications;

/// <summary>Who is asked to take a duty is told, and so is who asked.</summary>
public sealed class DutyNotificationTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    [Theory]
    [InlineData("accept", NotificationKind.DutySwapAccepted)]
    [InlineData("decline", NotificationKind.DutySwapDeclined)]
    public async Task An_offer_and_its_answer_are_told(string answer, NotificationKind told)
    {
        // arrange
        var (offerer, asked) = (await house.AddPersonAsync(Role.Maintainer), await house.AddPersonAsync());
        var (offering, answering) = (await ClientAsync(offerer), await ClientAsync(asked));
        var (day, _) = (await DaysAsync(offering, "FREQ=DAILY;COUNT=1", offerer))[0];

        // act
        var offered = await offering.AskAsync(
            $$"""
            mutation { offerDutySwap(input: { occurrenceId: "{{day}}", toMemberId: "{{IdOf(
                asked
            )}}" }) { dutySwap { id } } }
            """
        );
        var swap = offered.Data().GetProperty("offerDutySwap").GetProperty("dutySwap").Text("id");
        await house.ToldAsync(house.Lindenhof);
        var answered = await answering.AskAsync(
            $$"""mutation { {{answer}}DutySwap(input: { swapId: "{{swap}}" }) { errors { __typename } } }"""
        );
        Assert.DoesNotContain("__typename", answered.Data().ToString(), StringComparison.Ordinal);
        await house.ToldAsync(house.Lindenhof);

        // assert
        Assert.Equal([NotificationKind.DutySwapOffered], await KindsAsync(asked));
        Assert.Equal([told], await KindsAsync(offerer));
    }

    [Fact]
    public async Task Whose_turn_it_is_is_told_once_of_all_days_and_not_by_who_hands_them_out()
    {
        var (giver, member) = (await house.AddPersonAsync(Role.Maintainer), await house.AddPersonAsync());
        var giving = await ClientAsync(giver);

        await DaysAsync(giving, "FREQ=DAILY;COUNT=8", giver, member);
        await house.ToldAsync(house.Lindenhof);

        Assert.Empty(await KindsAsync(giver));
        Assert.Equal([NotificationKind.DutyAssigned], await KindsAsync(member));
        var inbox = await (await ClientAsync(member)).AskAsync("{ notifications { nodes { text(language: DE) } } }");
        var text = inbox.Data().GetProperty("notifications").GetProperty("nodes")[0].Text("text");
        Assert.Matches(@"^Sie sind an der Reihe: Hof fegen am [-.\d]+ \(\+3\)$", text);
    }

    [Fact]
    public async Task Who_is_given_somebody_s_day_is_told_of_a_duty_and_not_of_a_task_too()
    {
        var (giver, member) = (await house.AddPersonAsync(Role.Maintainer), await house.AddPersonAsync());
        var giving = await ClientAsync(giver);
        var (_, task) = (await DaysAsync(giving, "FREQ=DAILY;COUNT=1", giver))[0];

        var given = await giving.AskAsync(
            $$"""mutation { assignTask(input: { taskId: "{{task}}", memberId: "{{IdOf(
                member
            )}}" }) { errors { __typename } } }"""
        );
        Assert.DoesNotContain("__typename", given.Data().ToString(), StringComparison.Ordinal);
        await house.ToldAsync(house.Lindenhof);

        Assert.Equal([NotificationKind.DutyAssigned], await KindsAsync(member));
    }

    [Fact]
    public async Task A_swap_of_two_days_is_told_once()
    {
        // arrange
        var (offerer, asked) = (await house.AddPersonAsync(Role.Maintainer), await house.AddPersonAsync());
        var (offering, answering) = (await ClientAsync(offerer), await ClientAsync(asked));
        var days = await DaysAsync(offering, "FREQ=DAILY;COUNT=2", offerer, asked);

        // act
        var offered = await offering.AskAsync(
            $$"""
            mutation { offerDutySwap(input: { occurrenceId: "{{days[0].Id}}", toMemberId: "{{IdOf(
                asked
            )}}", inReturnId: "{{days[1].Id}}" }) { dutySwap { id } } }
            """
        );
        var swap = offered.Data().GetProperty("offerDutySwap").GetProperty("dutySwap").Text("id");
        var accepted = await answering.AskAsync(
            $$"""mutation { acceptDutySwap(input: { swapId: "{{swap}}" }) { errors { __typename } } }"""
        );
        Assert.DoesNotContain("__typename", accepted.Data().ToString(), StringComparison.Ordinal);
        await house.ToldAsync(house.Lindenhof);

        // assert
        Assert.Equal([NotificationKind.DutySwapAccepted], await KindsAsync(offerer));
        Assert.Equal([NotificationKind.DutyAssigned, NotificationKind.DutySwapOffered], await KindsAsync(asked));
    }

    private static async Task<List<(string Id, string Task)>> DaysAsync(
        HttpClient maintainer,
        string rule,
        params Person[] members
    )
    {
        var ids = string.Join("\", \"", members.Select(IdOf));
        var created = await maintainer.AskAsync(
            $$"""
            mutation { createDuty(input: { title: "Hof fegen", rule: "{{rule}}", memberIds: ["{{ids}}"] }) {
              duty { id }
            } }
            """
        );
        var duty = created.Data().GetProperty("createDuty").GetProperty("duty").Text("id");
        var roster = await maintainer.AskAsync($$"""{ dutyRoster(dutyId: "{{duty}}") { nodes { id task { id } } } }""");
        var nodes = roster.Data().GetProperty("dutyRoster").GetProperty("nodes").EnumerateArray();
        return [.. nodes.Select(n => (n.Text("id"), n.GetProperty("task").Text("id")))];
    }

    private async Task<HttpClient> ClientAsync(Person person) =>
        house.Program((await house.TokensAsync(person)).Access);

    private static string IdOf(Person person) => NodeIds.Format("Member", person.MemberId);

    private Task<List<NotificationKind>> KindsAsync(Person person) =>
        house.InCoopAsync(
            house.Lindenhof,
            (services, ct) =>
                services
                    .GetRequiredService<CooperatorDbContext>()
                    .Notifications.Where(n => n.MemberId == person.MemberId)
                    .OrderBy(n => n.Id)
                    .Select(n => n.Kind)
                    .ToListAsync(ct)
        );
}
