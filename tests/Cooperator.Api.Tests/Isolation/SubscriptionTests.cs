using System.Text.Json;
using Cooperator.Api.Features.Imports;
using Cooperator.Api.Tests.Identity;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>What open subscriptions hear, of which co-op, and for how long.</summary>
public sealed class SubscriptionTests(TwoCoops house) : IClassFixture<TwoCoops>
{
    private const string MemberChanged = "subscription { memberChanged { kind memberId member { displayName } } }";

    private readonly SchemaWalk _walk = new(house.Schema, house.Ours, house.Theirs);

    [Fact]
    public async Task Subscriptions_tell_of_their_own_co_op_only()
    {
        foreach (var viewer in new[] { Viewer.Observer, Viewer.Admin, Viewer.AdminOfBothRestricted })
        {
            // Of one's own notifications and hours nothing is told here: see the tests of the inbox and of the ledger.
            var ofAll = _walk
                .Subscriptions()
                .Where(s => s.Places.Count == 0 && s.Field is not ("notificationReceived" or "hoursChanged"));
            foreach (var subscription in ofAll)
            {
                await using var stream = await OpenAsync(house[viewer], subscription.Text);

                // Events come in the order of their commits: theirs would be the first.
                await StirAsync(house.TheirAdmin, house.Theirs);
                await StirAsync(house[Viewer.Admin], house.Ours);

                var told = await stream.NextAsync();
                Assert.Null(house.TheirTraces.FindIn(told));
                Assert.Contains(house.Ours.Word, told.Data().ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_progress_of_another_co_op_s_import_is_not_told()
    {
        var import = house.Theirs.Id("Import");
        var subscription = _walk.Subscriptions().Single(s => s.Places.Count > 0);
        await using var stream = await OpenAsync(house[Viewer.Admin], subscription.Text);

        var applied = await house.TheirAdmin.AskAsync(
            $$"""mutation { applyImport(input: { importId: "{{import}}" }) { import { state } } }""",
            "seestrasse"
        );
        Assert.Contains("APPLIED", applied.Data().ToString(), StringComparison.Ordinal);

        // What is sent to the subscriber's own co-op arrives, and nothing came before it.
        var id = NodeIds.ParseGuid(import, "Import");
        await house
            .Services.GetRequiredService<ITopicEventSender>()
            .SendAsync(ImportProgress.Topic(house.Lindenhof.Id, id), new ImportProgress(id, 77));
        var told = (await stream.NextAsync()).Data().GetProperty("importProgress");
        Assert.Equal(77, told.GetProperty("percent").GetInt32());
    }

    [Fact]
    public async Task Nobody_subscribes_in_a_co_op_they_are_not_a_member_of()
    {
        foreach (var viewer in Enum.GetValues<Viewer>())
        {
            foreach (var subscription in _walk.Subscriptions())
            {
                await using var stream = await OpenAsync(house[viewer], subscription.Text, "seestrasse");
                var told = await stream.NextAsync();
                var code = viewer == Viewer.Nobody ? "UNAUTHENTICATED" : "COOP_NOT_FOUND";
                Assert.True(told.Codes() is [var only] && only == code, $"{viewer} {subscription.Field}: {told}");
            }
        }
    }

    [Fact]
    public async Task A_role_that_is_taken_away_takes_the_events_with_it()
    {
        var person = await house.AddPersonAsync();
        await using var stream = await OpenAsync(
            house.Program((await house.TokensAsync(person)).Access),
            MemberChanged
        );
        await StirAsync(house[Viewer.Admin], house.Ours);
        Assert.Contains(house.Ours.Word, (await stream.NextAsync()).Data().ToString(), StringComparison.Ordinal);

        await EndRolesAsync(person, house.Clock.Now.AddDays(-1));
        await StirAsync(house[Viewer.Admin], house.Ours);

        await AssertOverAsync(stream);
    }

    [Fact]
    public async Task A_membership_that_is_ended_takes_the_events_with_it()
    {
        var person = await house.AddPersonAsync();
        await using var stream = await OpenAsync(
            house.Program((await house.TokensAsync(person)).Access),
            MemberChanged
        );
        await StirAsync(house[Viewer.Admin], house.Ours);
        Assert.Contains(house.Ours.Word, (await stream.NextAsync()).Data().ToString(), StringComparison.Ordinal);

        var id = NodeIds.Format("Member", person.MemberId);
        var leftOn = house.Clock.Now.AddDays(-1);
        var ended = await house[Viewer.Admin]
            .AskAsync(
                $$"""mutation { endMembership(input: { memberId: "{{id}}", leftOn: "{{leftOn:yyyy-MM-dd}}" }) { errors { __typename } } }"""
            );
        Assert.DoesNotContain("__typename", ended.Data().ToString(), StringComparison.Ordinal);

        await AssertOverAsync(stream);
    }

    [Fact]
    public async Task A_role_that_ends_by_the_calendar_ends_the_events_at_midnight()
    {
        var person = await house.AddPersonAsync();
        await EndRolesAsync(person, house.Clock.Now.AddDays(1));
        await using var stream = await OpenAsync(
            house.Program((await house.TokensAsync(person)).Access),
            MemberChanged
        );
        await StirAsync(house[Viewer.Admin], house.Ours);
        Assert.Contains(house.Ours.Word, (await stream.NextAsync()).Data().ToString(), StringComparison.Ordinal);

        var now = house.Clock.Now;
        house.Clock.Now = now.AddDays(2);
        try
        {
            // The board's access tokens are over by then; its scripts go on.
            await house.InCoopAsync(
                house.Lindenhof,
                async (services, ct) =>
                {
                    var db = services.GetRequiredService<Api.Database.CooperatorDbContext>();
                    var member = await Api.Features.Members.MemberLoading.LoadMemberAsync(db, house.Ours.Loner.Id, ct);
                    member.Rename(new("Later", house.Ours.Word));
                    return true;
                }
            );
            await AssertOverAsync(stream);
        }
        finally
        {
            house.Clock.Now = now;
        }
    }

    private static async Task AssertOverAsync(EventStreamClient stream)
    {
        var last = await stream.NextAsync();
        Assert.True(last.ValueKind == JsonValueKind.Undefined || last.Codes() is ["COOP_NOT_FOUND"], last.ToString());
        Assert.Equal(JsonValueKind.Undefined, (await stream.NextAsync()).ValueKind);
    }

    private Task<EventStreamClient> OpenAsync(HttpClient client, string query, string coop = "lindenhof") =>
        EventStreamClient.OpenAsync(house.Services, client, query, coop);

    /// <summary>Something happens to a member, a unit, a household and a task.</summary>
    private static async Task StirAsync(HttpClient admin, Furniture furniture)
    {
        var (member, unit, household) = (furniture.Id("Member"), furniture.Id("Unit"), furniture.Id("Household"));
        var task = furniture.Id("Task");
        var name = $"{furniture.Word} {Guid.NewGuid():N}";
        var stirred = await admin.AskAsync(
            $$"""
            mutation {
              renameMember(input: { memberId: "{{member}}", givenName: "Ida", familyName: "{{name}}" }) { errors { __typename } }
              changeUnit(input: { unitId: "{{unit}}", floor: 4 }) { errors { __typename } }
              renameHousehold(input: { householdId: "{{household}}", name: "{{name}}" }) { errors { __typename } }
              changeTask(input: { taskId: "{{task}}", title: "{{name}}" }) { errors { __typename } }
            }
            """,
            furniture.Coop.Slug
        );
        Assert.DoesNotContain("__typename", stirred.Data().ToString(), StringComparison.Ordinal);
        await OfferDutyAsync(admin, furniture, name);
    }

    private static async Task OfferDutyAsync(HttpClient admin, Furniture furniture, string title)
    {
        var me = await admin.AskAsync("{ me { member { id } } }", furniture.Coop.Slug);
        var id = me.Data().GetProperty("me").GetProperty("member").Text("id");
        var created = await admin.AskAsync(
            $$"""mutation { createDuty(input: { title: "{{title}}", rule: "FREQ=DAILY;COUNT=1", memberIds: ["{{id}}"] }) { duty { id } } }""",
            furniture.Coop.Slug
        );
        var duty = created.Data().GetProperty("createDuty").GetProperty("duty").Text("id");
        var roster = await admin.AskAsync(
            $$"""{ dutyRoster(dutyId: "{{duty}}") { nodes { id } } }""",
            furniture.Coop.Slug
        );
        var day = roster.Data().GetProperty("dutyRoster").GetProperty("nodes")[0].Text("id");
        var offered = await admin.AskAsync(
            $$"""mutation { offerDutySwap(input: { occurrenceId: "{{day}}", note: "{{title}}" }) { errors { __typename } } }""",
            furniture.Coop.Slug
        );
        Assert.DoesNotContain("__typename", offered.Data().ToString(), StringComparison.Ordinal);
    }

    private async Task EndRolesAsync(Person person, DateTimeOffset until)
    {
        var id = NodeIds.Format("Member", person.MemberId);
        var admin = house[Viewer.Admin];
        var found = await admin.AskAsync($$"""{ member(id: "{{id}}") { roleAssignments { id } } }""");
        foreach (var role in found.Data().GetProperty("member").GetProperty("roleAssignments").EnumerateArray())
        {
            var ended = await admin.AskAsync(
                $$"""
                mutation { endRole(input: { roleAssignmentId: "{{role.Text(
                    "id"
                )}}", until: "{{until:yyyy-MM-dd}}" }) { errors { __typename } } }
                """
            );
            Assert.DoesNotContain("__typename", ended.Data().ToString(), StringComparison.Ordinal);
        }
    }
}
