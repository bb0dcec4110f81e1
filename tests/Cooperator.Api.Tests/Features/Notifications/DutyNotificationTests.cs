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
        var created = await offering.AskAsync(
            $$"""
            mutation { createDuty(input: { title: "Hof fegen", rule: "FREQ=DAILY;COUNT=1", memberIds: ["{{IdOf(
                offerer
            )}}"] }) {
              duty { id }
            } }
            """
        );
        var duty = created.Data().GetProperty("createDuty").GetProperty("duty").Text("id");
        var roster = await offering.AskAsync($$"""{ dutyRoster(dutyId: "{{duty}}") { nodes { id } } }""");
        var day = roster.Data().GetProperty("dutyRoster").GetProperty("nodes")[0].Text("id");

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
