using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Duties;

/// <summary>Who leaves leaves no work behind that nobody knows of.</summary>
public sealed class LeavingTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    [Fact]
    public async Task Who_has_left_holds_nothing_and_the_others_are_told_once()
    {
        // arrange
        var (board, leaver) = (await house.AddPersonAsync(Role.Admin), await house.AddPersonAsync());
        var (caretaker, other) = (await house.AddPersonAsync(Role.Maintainer), await house.AddPersonAsync());
        using var maintainer = await ClientAsync(caretaker);
        using var leaving = await ClientAsync(leaver);
        await CreateDutyAsync(maintainer, "FREQ=DAILY;COUNT=6", leaver, other);
        var task = await TakeTaskAsync(leaving);
        var offered = await OfferAsync(leaving, leaver);
        await house.ToldAsync(house.Lindenhof);

        // act
        await EndAsync(board, leaver, Today.AddDays(-1));
        await house.ToldAsync(house.Lindenhof);

        // assert
        Assert.Empty(await HeldAsync(leaver));
        Assert.Equal(6, (await HeldAsync(other)).Count);
        Assert.Equal(
            DutySwapState.Withdrawn,
            await ReadAsync(db => db.DutySwaps.SingleAsync(s => s.Id == offered), s => s.State)
        );
        Assert.Equal(["task.released", "task.taken", "task.added"], await KindsAsync(task));
        // Of the first three days, and of the three that came to them.
        Assert.Equal([NotificationKind.DutyAssigned, NotificationKind.DutyAssigned], await ToldAsync(other));
        Assert.Single(await ToldAsync(caretaker, leaver.MemberId), NotificationKind.WorkLeft);
    }

    [Fact]
    public async Task Who_leaves_later_keeps_tasks_until_then_and_gives_back_days_beyond_at_once()
    {
        // arrange
        var (board, leaver) = (await house.AddPersonAsync(Role.Admin), await house.AddPersonAsync());
        var other = await house.AddPersonAsync();
        using var maintainer = await ClientAsync(await house.AddPersonAsync(Role.Maintainer));
        using var leaving = await ClientAsync(leaver);
        await CreateDutyAsync(maintainer, "FREQ=DAILY;COUNT=6", leaver, other);
        await TakeTaskAsync(leaving);
        var then = house.Clock.Now;

        // act: the leaver's days are today and the second and fourth after it
        await EndAsync(board, leaver, Today.AddDays(2));
        var (mine, theirs) = (await HeldAsync(leaver), await HeldAsync(other));
        await RoundAsync();
        var afterRound = await HeldAsync(leaver);
        try
        {
            house.Clock.Now = then.AddDays(3);
            await RoundAsync();
            await RoundAsync();
        }
        finally
        {
            house.Clock.Now = then;
        }

        // assert
        Assert.Equal((3, 4), (mine.Count, theirs.Count));
        Assert.Equal(mine, afterRound);
        Assert.Empty(await HeldAsync(leaver));
        Assert.Single(await KindsAsync(leaver.MemberId), "member.work_left");
    }

    [Fact]
    public async Task Ending_an_earlier_membership_takes_nothing_from_the_present_one()
    {
        // arrange: a member until 2022 and again since 2024
        var (board, anna) = (await house.AddPersonAsync(Role.Admin), await house.AddPersonAsync());
        await house.InCoopAsync(house.Lindenhof, (services, ct) => ComeBackAsync(services, anna, ct));
        using var maintainer = await ClientAsync(await house.AddPersonAsync(Role.Maintainer));
        using var back = await ClientAsync(anna);
        await CreateDutyAsync(maintainer, "FREQ=DAILY;COUNT=3", anna);
        await TakeTaskAsync(back);
        var offered = await OfferAsync(back, anna);
        var held = await HeldAsync(anna);

        // act
        await EndAsync(board, anna, new(2021, 12, 31));

        // assert
        Assert.Equal(4, held.Count);
        Assert.Equal(held, await HeldAsync(anna));
        Assert.Equal(
            DutySwapState.Offered,
            await ReadAsync(db => db.DutySwaps.SingleAsync(s => s.Id == offered), s => s.State)
        );
        Assert.Equal(
            [new(2021, 12, 31), null],
            await ReadAsync(
                db =>
                    db.HouseholdMemberships.Where(m => m.MemberId == anna.MemberId).OrderBy(m => m.From).ToListAsync(),
                memberships => memberships.Select(m => m.Until)
            )
        );
    }

    [Fact]
    public async Task Who_leaves_and_is_to_come_back_gives_back_what_they_held_in_between()
    {
        // arrange: away from the third day on, back after a month
        var (board, leaver) = (await house.AddPersonAsync(Role.Admin), await house.AddPersonAsync());
        using var leaving = await ClientAsync(leaver);
        await TakeTaskAsync(leaving);
        await EndAsync(board, leaver, Today.AddDays(2));
        await house.InCoopAsync(
            house.Lindenhof,
            async (services, ct) =>
            {
                var db = services.GetRequiredService<CooperatorDbContext>();
                (await db.LoadMemberAsync(leaver.MemberId, ct)).Resume(Today.AddDays(30));
                return true;
            }
        );
        var then = house.Clock.Now;

        // act
        await RoundAsync();
        var before = await HeldAsync(leaver);
        try
        {
            house.Clock.Now = then.AddDays(3);
            await RoundAsync();
        }
        finally
        {
            house.Clock.Now = then;
        }

        // assert
        Assert.Single(before);
        Assert.Empty(await HeldAsync(leaver));
    }

    private static async Task<bool> ComeBackAsync(IServiceProvider services, Person person, CancellationToken ct)
    {
        var db = services.GetRequiredService<CooperatorDbContext>();
        var member = await db.LoadMemberAsync(person.MemberId, ct);
        var left = new DateOnly(2022, 12, 31);
        member.Leave(left, null, await Administration.LoadAsync(db, ct), left);
        member.Resume(new(2024, 1, 1));
        var household = Household.Form("Öztürk");
        household.Join(member, new DaySpan(new(2021, 1, 1), left), []);
        household.Join(member, new DaySpan(new(2024, 1, 1), null), []);
        db.Add(household);
        return true;
    }

    private DateOnly Today =>
        DateOnly.FromDateTime(
            TimeZoneInfo
                .ConvertTime(house.Clock.Now, TimeZoneInfo.FindSystemTimeZoneById(house.Lindenhof.TimeZone))
                .Date
        );

    private async Task<HttpClient> ClientAsync(Person person) =>
        house.Program((await house.TokensAsync(person)).Access);

    private static string IdOf(Person person) => NodeIds.Format("Member", person.MemberId);

    private static async Task CreateDutyAsync(HttpClient maintainer, string rule, params Person[] members)
    {
        var ids = string.Join("\", \"", members.Select(IdOf));
        var created = await maintainer.AskAsync(
            $$"""
            mutation { createDuty(input: { title: "Hof fegen", rule: "{{rule}}", memberIds: ["{{ids}}"] }) { duty { id } } }
            """
        );
        created.Data().GetProperty("createDuty").GetProperty("duty").Text("id");
    }

    private static async Task<Guid> TakeTaskAsync(HttpClient member)
    {
        var added = await member.AskAsync("""mutation { addTask(input: { title: "Hecke" }) { task { id } } }""");
        var id = added.Data().GetProperty("addTask").GetProperty("task").Text("id");
        (await member.AskAsync($$"""mutation { takeTask(input: { taskId: "{{id}}" }) { task { id } } }""")).Data();
        return NodeIds.ParseGuid(id, "Task");
    }

    private static async Task<Guid> OfferAsync(HttpClient client, Person person)
    {
        var roster = await client.AskAsync($$"""{ dutyRoster(memberId: "{{IdOf(person)}}") { nodes { id } } }""");
        var day = roster.Data().GetProperty("dutyRoster").GetProperty("nodes")[0].Text("id");
        var offered = await client.AskAsync(
            $$"""mutation { offerDutySwap(input: { occurrenceId: "{{day}}" }) { dutySwap { id } } }"""
        );
        return NodeIds.ParseGuid(
            offered.Data().GetProperty("offerDutySwap").GetProperty("dutySwap").Text("id"),
            "DutySwap"
        );
    }

    private async Task EndAsync(Person board, Person leaver, DateOnly leftOn)
    {
        using var client = await ClientAsync(board);
        var ended = await client.AskAsync(
            $$"""
            mutation { endMembership(input: { memberId: "{{IdOf(leaver)}}", leftOn: "{{leftOn:yyyy-MM-dd}}" }) {
              errors { __typename }
            } }
            """
        );
        Assert.DoesNotContain("__typename", ended.Data().ToString(), StringComparison.Ordinal);
    }

    private async Task RoundAsync()
    {
        await using var scope = house.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<WorkOfLeaversRound>()
            .RunAsync(TestContext.Current.CancellationToken);
    }

    private async Task<TResult> ReadAsync<T, TResult>(Func<CooperatorDbContext, Task<T>> read, Func<T, TResult> of) =>
        of(
            await house.InCoopAsync(
                house.Lindenhof,
                (services, _) => read(services.GetRequiredService<CooperatorDbContext>())
            )
        );

    private Task<List<Guid>> HeldAsync(Person person) =>
        ReadAsync(
            db => db.TaskAssignments.Where(a => a.MemberId == person.MemberId).Select(a => a.TaskId).ToListAsync(),
            ids => ids.Order().ToList()
        );

    /// <summary>What happened to a thing, the latest first.</summary>
    private Task<List<string>> KindsAsync(Guid subject) =>
        ReadAsync(
            db =>
                db.Events.Where(e => e.SubjectId == subject)
                    .OrderByDescending(e => e.Id)
                    .Select(e => e.Kind)
                    .ToListAsync(),
            kinds => kinds
        );

    /// <summary>What a person was told, of one subject or of any, the earliest first.</summary>
    private Task<List<NotificationKind>> ToldAsync(Person person, Guid? subject = null) =>
        ReadAsync(
            db =>
                db.Notifications.Where(n => n.MemberId == person.MemberId)
                    .Where(n => subject == null || n.SubjectId == subject)
                    .OrderBy(n => n.Id)
                    .Select(n => n.Kind)
                    .ToListAsync(),
            kinds => kinds
        );
}
