using System.Text.Json;
using Cooperator.Api.Tests.Identity;
using Cooperator.GraphQL.Types;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>"Who may" of docs/domain.md, for every query, mutation and subscription.</summary>
public sealed class RoleTests(TwoCoops house) : IClassFixture<TwoCoops>
{
    public enum Who
    {
        /// <summary>Signed in or not.</summary>
        Anybody,

        /// <summary>Whoever holds a role today.</summary>
        Members,

        /// <summary>Everybody but observers.</summary>
        Residents,

        Maintainers,

        /// <summary>Residents for themselves, maintainers for all.</summary>
        SelfAndMaintainers,

        /// <summary>Members for themselves, administrators for all.</summary>
        SelfAndBoard,

        Board,

        /// <summary>What only who made something may do with it.</summary>
        NobodyElse,

        /// <summary>The board, and superusers from outside of all co-ops.</summary>
        Operators,

        Superusers,
    }

    private static readonly Dictionary<string, Who> May = new(StringComparer.Ordinal)
    {
        ["Query.me"] = Who.Anybody,
        ["Query.node"] = Who.Members,
        ["Query.nodes"] = Who.Members,
        ["Query.activity"] = Who.Members,
        ["Query.coop"] = Who.Members,
        ["Query.households"] = Who.Members,
        ["Query.household"] = Who.Members,
        ["Query.members"] = Who.Members,
        ["Query.member"] = Who.Members,
        ["Query.occupancies"] = Who.Members,
        ["Query.units"] = Who.Members,
        ["Query.unit"] = Who.Members,
        ["Query.buildings"] = Who.Members,
        ["Query.duties"] = Who.Members,
        ["Query.duty"] = Who.Members,
        ["Query.dutyRoster"] = Who.Members,
        ["Query.openDutySwaps"] = Who.Members,
        ["Query.hoursPeriods"] = Who.Members,
        ["Query.hoursPeriod"] = Who.Members,
        ["Query.hoursLines"] = Who.Members,
        ["Query.board"] = Who.Members,
        ["Query.tasks"] = Who.Members,
        ["Query.task"] = Who.Members,
        ["Query.myTasks"] = Who.Members,
        ["Query.taskLabels"] = Who.Members,
        ["Query.notifications"] = Who.Members,
        ["Query.unreadNotificationCount"] = Who.Members,
        ["Query.notificationPreferences"] = Who.Members,
        ["Query.mailHours"] = Who.Members,
        ["Query.deliveries"] = Who.Board,
        ["Query.lettersToPrint"] = Who.Board,
        ["Query.webhooks"] = Who.Board,
        ["Query.import"] = Who.Board,
        ["Query.invitations"] = Who.Board,
        ["Query.jobs"] = Who.Operators,

        ["Mutation.renameMember"] = Who.SelfAndBoard,
        ["Mutation.changeContactDetails"] = Who.SelfAndBoard,
        ["Mutation.changeMemberLanguage"] = Who.SelfAndBoard,
        ["Mutation.changeCoop"] = Who.Board,
        ["Mutation.addMember"] = Who.Board,
        ["Mutation.endMembership"] = Who.Board,
        ["Mutation.resumeMembership"] = Who.Board,
        ["Mutation.grantRole"] = Who.Board,
        ["Mutation.endRole"] = Who.Board,
        ["Mutation.inviteMember"] = Who.Board,
        ["Mutation.revokeInvitation"] = Who.Board,
        ["Mutation.formHousehold"] = Who.Board,
        ["Mutation.renameHousehold"] = Who.Board,
        ["Mutation.joinHousehold"] = Who.Board,
        ["Mutation.leaveHousehold"] = Who.Board,
        ["Mutation.dissolveHousehold"] = Who.Board,
        ["Mutation.addBuilding"] = Who.Board,
        ["Mutation.changeBuilding"] = Who.Board,
        ["Mutation.removeBuilding"] = Who.Board,
        ["Mutation.addUnit"] = Who.Board,
        ["Mutation.changeUnit"] = Who.Board,
        ["Mutation.removeUnit"] = Who.Board,
        ["Mutation.moveIn"] = Who.Board,
        ["Mutation.moveOut"] = Who.Board,
        ["Mutation.correctOccupancy"] = Who.Board,
        ["Mutation.withdrawOccupancy"] = Who.Board,
        ["Mutation.createDuty"] = Who.Maintainers,
        ["Mutation.changeDuty"] = Who.Maintainers,
        ["Mutation.rotateDuty"] = Who.Maintainers,
        ["Mutation.endDuty"] = Who.Maintainers,
        ["Mutation.offerDutySwap"] = Who.Residents,
        ["Mutation.acceptDutySwap"] = Who.Residents,
        ["Mutation.declineDutySwap"] = Who.Residents,
        ["Mutation.withdrawDutySwap"] = Who.Residents,
        ["Mutation.recordHours"] = Who.Board,
        ["Mutation.reverseHours"] = Who.Board,
        ["Mutation.openHoursPeriod"] = Who.Board,
        ["Mutation.changeHoursPeriod"] = Who.Board,
        ["Mutation.removeHoursPeriod"] = Who.Board,
        ["Mutation.exemptFromWork"] = Who.Board,
        ["Mutation.endWorkExemption"] = Who.Board,
        ["Mutation.markNotificationRead"] = Who.Members,
        ["Mutation.markAllNotificationsRead"] = Who.Members,
        ["Mutation.setNotificationPreference"] = Who.Members,
        ["Mutation.setQuietHours"] = Who.Members,
        ["Mutation.setDigest"] = Who.Members,
        ["Mutation.replayDelivery"] = Who.Board,
        ["Mutation.markLettersPrinted"] = Who.Board,
        ["Mutation.addWebhook"] = Who.Board,
        ["Mutation.changeWebhook"] = Who.Board,
        ["Mutation.rotateWebhookSecret"] = Who.Board,
        ["Mutation.enableWebhook"] = Who.Board,
        ["Mutation.disableWebhook"] = Who.Board,
        ["Mutation.removeWebhook"] = Who.Board,
        ["Mutation.testWebhook"] = Who.Board,
        ["Mutation.applyImport"] = Who.Board,
        ["Mutation.setBoardColumn"] = Who.Board,
        ["Mutation.setAssignmentLimit"] = Who.Board,
        ["Mutation.exemptFromAssignmentLimit"] = Who.Board,
        ["Mutation.endAssignmentExemption"] = Who.Board,
        ["Mutation.addTask"] = Who.Residents,
        ["Mutation.changeTask"] = Who.Residents,
        // Of somebody else's task; who added it may too.
        ["Mutation.removeTask"] = Who.Maintainers,
        ["Mutation.takeTask"] = Who.Residents,
        ["Mutation.assignTask"] = Who.SelfAndMaintainers,
        ["Mutation.releaseTask"] = Who.SelfAndMaintainers,
        ["Mutation.moveTask"] = Who.Residents,
        ["Mutation.completeTask"] = Who.Residents,
        ["Mutation.reopenTask"] = Who.Residents,
        ["Mutation.addChecklistItem"] = Who.Residents,
        ["Mutation.changeChecklistItem"] = Who.Residents,
        ["Mutation.tickChecklistItem"] = Who.Residents,
        ["Mutation.moveChecklistItem"] = Who.Residents,
        ["Mutation.removeChecklistItem"] = Who.Residents,
        ["Mutation.addTaskLabel"] = Who.Maintainers,
        ["Mutation.changeTaskLabel"] = Who.Maintainers,
        ["Mutation.removeTaskLabel"] = Who.Maintainers,
        ["Mutation.labelTask"] = Who.Residents,
        ["Mutation.unlabelTask"] = Who.Residents,
        ["Mutation.createCalendarFeed"] = Who.Members,
        ["Mutation.revokeCalendarFeed"] = Who.Members,
        ["Mutation.addComment"] = Who.Residents,
        // Of somebody else's comment.
        ["Mutation.changeComment"] = Who.NobodyElse,
        ["Mutation.removeComment"] = Who.Maintainers,
        ["Mutation.runJob"] = Who.Operators,
        ["Mutation.createCoop"] = Who.Superusers,
        ["Mutation.inviteFirstAdministrator"] = Who.Superusers,

        ["Subscription.activityAdded"] = Who.Members,
        ["Subscription.memberChanged"] = Who.Members,
        ["Subscription.unitChanged"] = Who.Members,
        ["Subscription.dutySwapChanged"] = Who.Members,
        ["Subscription.householdChanged"] = Who.Members,
        ["Subscription.hoursChanged"] = Who.Members,
        ["Subscription.taskChanged"] = Who.Members,
        ["Subscription.notificationReceived"] = Who.Members,
        ["Subscription.importProgress"] = Who.Board,
    };

    [Fact]
    public void The_table_has_every_root_field_of_the_schema() =>
        Assert.Equal(May.Keys.Order(), Roots().Select(r => $"{r.Type.Name}.{r.Field.Name}").Order());

    [Theory]
    [InlineData(Viewer.Nobody)]
    [InlineData(Viewer.Superuser)]
    [InlineData(Viewer.Former)]
    [InlineData(Viewer.RoleEndedYesterday)]
    [InlineData(Viewer.Observer)]
    [InlineData(Viewer.Resident)]
    [InlineData(Viewer.Maintainer)]
    [InlineData(Viewer.AdminReading)]
    [InlineData(Viewer.AdminOfBothRestricted)]
    [InlineData(Viewer.Admin)]
    public async Task Everybody_may_what_the_table_says_and_nothing_else(Viewer viewer)
    {
        var walk = new SchemaWalk(house.Schema, house.Ours, house.Theirs);
        var wrong = new List<string>();
        foreach (var (kind, type, field) in Roots())
        {
            foreach (var self in new[] { false, true })
            {
                // What one viewer removes must be there for the next one.
                var spare = field.Name == "removeTask" ? await AddTaskAsync() : null;
                var operation = walk.Write(
                    kind,
                    type,
                    field,
                    (name, _) =>
                        self && name == "Member" && Exists(viewer)
                            ? house.MemberIdOf(viewer)
                            : spare ?? house.Ours.Id(name),
                    optional: false
                );
                var expected = Expected(May[$"{type.Name}.{field.Name}"], viewer, kind, self);
                var happened = await OutcomeAsync(viewer, kind, operation);
                if (happened != expected)
                {
                    wrong.Add(
                        $"{type.Name}.{field.Name} {(self ? "of one's own" : "")}: {expected} expected, {happened}"
                    );
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("MEMBERS", "MEMBERS")]
    [InlineData("MEMBERS", "BOARD")]
    [InlineData("BOARD", "MEMBERS")]
    [InlineData("BOARD", "BOARD")]
    public async Task Contact_details_are_shown_as_their_member_chose(string email, string phone)
    {
        foreach (var viewer in new[] { Viewer.Observer, Viewer.Resident, Viewer.Maintainer, Viewer.Admin })
        {
            foreach (var self in new[] { false, true })
            {
                var id = self ? house.MemberIdOf(viewer) : house.Ours.Id("Member");
                await ChooseAsync(id, email, phone);
                var board = viewer == Viewer.Admin;
                bool Sees(string choice) => self || board || (viewer != Viewer.Observer && choice == "MEMBERS");

                var member = (
                    await house[viewer]
                        .AskAsync(
                            $$"""{ member(id: "{{id}}") { contact { email phone } contactVisibility { email phone } } }"""
                        )
                )
                    .Data()
                    .GetProperty("member");
                Assert.Equal(Sees(email) ? "shown@example.org" : null, Detail(member, "email"));
                Assert.Equal(Sees(phone) ? "+49 30 99" : null, Detail(member, "phone"));
                var choices = member.GetProperty("contactVisibility").ValueKind;
                Assert.Equal(self || board ? JsonValueKind.Object : JsonValueKind.Null, choices);

                // What is not shown can not be guessed by searching for it either.
                var searched = await house[viewer].AskAsync("""{ members(search: "shown@ex") { nodes { id } } }""");
                Assert.Equal(Sees(email), searched.Data().ToString().Contains(id, StringComparison.Ordinal));
                await ForgetAsync(id);
            }
        }
    }

    [Fact]
    public async Task Superusers_see_operations_without_being_in_a_co_op_and_others_do_not()
    {
        const string Jobs = "{ jobs { name lastRun { outcome } } }";
        Assert.NotEmpty(
            (await house[Viewer.Superuser].AskAsync(Jobs, coop: null)).Data().GetProperty("jobs").EnumerateArray()
        );
        Assert.Equal(["COOP_REQUIRED"], (await house[Viewer.Admin].AskAsync(Jobs, coop: null)).Codes());
        const string Run = """mutation { runJob(input: { name: "notification-round" }) { errors { __typename } } }""";
        Assert.Empty((await house[Viewer.Superuser].AskAsync(Run, coop: null)).Codes());
    }

    private static string? Detail(JsonElement member, string detail) =>
        member.GetProperty("contact") is { ValueKind: JsonValueKind.Object } contact
            ? contact.GetProperty(detail).GetString()
            : null;

    private async Task<string> AddTaskAsync()
    {
        var added = await house[Viewer.Admin]
            .AskAsync("""mutation { addTask(input: { title: "Spare" }) { task { id } } }""");
        return added.Data().GetProperty("addTask").GetProperty("task").Text("id");
    }

    private async Task ChooseAsync(string id, string email, string phone) =>
        (
            await house[Viewer.Admin]
                .AskAsync(
                    $$"""
                    mutation { changeContactDetails(input: {
                      memberId: "{{id}}", email: "shown@example.org", phone: "+49 30 99",
                      emailVisibility: {{email}}, phoneVisibility: {{phone}}
                    }) { member { id } } }
                    """
                )
        ).Data();

    private async Task ForgetAsync(string id) =>
        (
            await house[Viewer.Admin]
                .AskAsync(
                    $$"""mutation { changeContactDetails(input: { memberId: "{{id}}", email: null, phone: null }) { member { id } } }"""
                )
        ).Data();

    private static string Expected(Who may, Viewer viewer, string kind, bool self)
    {
        if (viewer == Viewer.Nobody)
        {
            return may == Who.Anybody ? "done" : "UNAUTHENTICATED";
        }

        if (viewer is Viewer.Superuser && may == Who.Superusers)
        {
            return "done";
        }

        if (viewer is Viewer.Superuser or Viewer.Former or Viewer.RoleEndedYesterday && may != Who.Superusers)
        {
            return "COOP_NOT_FOUND";
        }

        var board = viewer is Viewer.Admin or Viewer.AdminReading or Viewer.AdminOfBothRestricted;
        var maintainer = board || viewer is Viewer.Maintainer;
        var resident = maintainer || viewer is Viewer.Resident;
        var allowed = may switch
        {
            Who.Anybody or Who.Members => true,
            Who.Residents => resident,
            Who.Maintainers => maintainer,
            Who.SelfAndMaintainers => maintainer || (resident && self),
            Who.SelfAndBoard => board || self,
            Who.Board or Who.Operators => board,
            _ => false,
        };
        return allowed && (kind != "mutation" || viewer != Viewer.AdminReading) ? "done" : "FORBIDDEN";
    }

    private static bool Exists(Viewer viewer) =>
        viewer is not (Viewer.Nobody or Viewer.Superuser or Viewer.AdminReading or Viewer.AdminOfBothRestricted);

    /// <summary>The code of a refusal to let somebody in; <c>done</c> for everything else, refusals by rules too.</summary>
    private async Task<string> OutcomeAsync(Viewer viewer, string kind, Operation operation)
    {
        JsonElement answer;
        if (kind == "subscription")
        {
            await using var stream = await EventStreamClient.OpenAsync(house.Services, house[viewer], operation.Text);
            if (await RefusedAtOnceAsync(stream) is not { } refusal)
            {
                return "done";
            }

            answer = refusal;
        }
        else
        {
            // A co-op is founded from outside of all of them.
            var coop = operation.Field is "createCoop" or "inviteFirstAdministrator" ? null : "lindenhof";
            answer = await house[viewer].AskAsync(operation.Text, coop);
        }

        return answer.TryGetProperty("errors", out var errors)
            ? string.Join(' ', errors.EnumerateArray().Select(CodeOf))
            : "done";
    }

    private static string CodeOf(JsonElement error) =>
        error.TryGetProperty("extensions", out var extensions) ? extensions.Text("code") : error.Text("message");

    /// <summary>A stream that is open has begun with a comment; one that is refused begins with its one result.</summary>
    private static async Task<JsonElement?> RefusedAtOnceAsync(EventStreamClient stream) =>
        await stream.BeginsWithCommentAsync() ? null : await stream.NextAsync();

    private IEnumerable<(string Kind, ObjectType Type, FieldDefinition Field)> Roots()
    {
        var schema = house.Schema;
        foreach (
            var (kind, type) in new[]
            {
                ("query", schema.QueryType),
                ("mutation", schema.MutationType!),
                ("subscription", schema.SubscriptionType!),
            }
        )
        {
            foreach (var field in type.Fields)
            {
                yield return (kind, type, field);
            }
        }
    }
}
