using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Platform.Mail;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Notifications;

/// <summary>What those are told who have a task.</summary>
public sealed class TaskNotificationTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    [Fact]
    public async Task Who_is_given_a_task_is_told_and_reminded_once_of_its_day_and_once_when_it_has_passed()
    {
        var giver = house.Program((await house.TokensAsync(await house.AddPersonAsync(Role.Maintainer))).Access);
        var person = await house.AddPersonAsync();
        var start = house.Clock.Now;
        var due = DateOnly.FromDateTime(start.UtcDateTime).AddDays(10);
        var added = await giver.AskAsync(
            $$"""mutation { addTask(input: { title: "Hecke schneiden", dueOn: "{{due:yyyy-MM-dd}}" }) { task { id } errors { __typename } } }"""
        );
        var task = added.Data().GetProperty("addTask").GetProperty("task").Text("id");
        var member = NodeIds.Format("Member", person.MemberId);
        (
            await giver.AskAsync(
                $$"""mutation { assignTask(input: { taskId: "{{task}}", memberId: "{{member}}" }) { errors { __typename } } }"""
            )
        ).Data();
        await house.ToldAsync(house.Lindenhof);
        Assert.Equal([NotificationKind.TaskAssigned], await KindsAsync(person));

        foreach (var day in new[] { 5, 9, 10, 11, 12 })
        {
            house.Clock.Now = new DateTimeOffset(due.AddDays(day - 10), new TimeOnly(11, 0), TimeSpan.Zero);
            await RemindAsync();
            await RemindAsync();
        }

        house.Clock.Now = start;
        Assert.Equal(
            [NotificationKind.TaskAssigned, NotificationKind.TaskDueSoon, NotificationKind.TaskOverdue],
            await KindsAsync(person)
        );
    }

    [Fact]
    public async Task What_stays_undone_ends_in_help_and_asks_nothing_more_of_who_had_it()
    {
        // arrange
        var (coordinator, person) = (await house.AddPersonAsync(Role.Maintainer), await house.AddPersonAsync());
        using var client = house.Program((await house.TokensAsync(person)).Access);
        var start = house.Clock.Now;
        var due = DateOnly.FromDateTime(start.UtcDateTime).AddDays(10);
        var added = await client.AskAsync(
            $$"""mutation { addTask(input: { title: "Laub rechen", dueOn: "{{due:yyyy-MM-dd}}" }) { task { id } } }"""
        );
        var task = added.Data().GetProperty("addTask").GetProperty("task").Text("id");
        (await client.AskAsync($$"""mutation { takeTask(input: { taskId: "{{task}}" }) { task { id } } }""")).Data();

        // act
        var days = new Dictionary<NotificationKind, int>();
        for (var day = -2; day <= 20; day++)
        {
            house.Clock.Now = new DateTimeOffset(due.AddDays(day), new TimeOnly(11, 0), TimeSpan.Zero);
            await RemindAsync();
            await RemindAsync();
            foreach (var kind in (await KindsAsync(person)).Concat(await KindsAsync(coordinator)))
            {
                days.TryAdd(kind, day);
            }
        }

        house.Clock.Now = start;

        // assert
        Assert.Equal(
            [
                (NotificationKind.TaskDueSoon, -1),
                (NotificationKind.TaskOverdue, 1),
                (NotificationKind.TaskNeedsHelp, 3),
                (NotificationKind.TaskOpened, 7),
            ],
            days.OrderBy(d => d.Value).Select(d => (d.Key, d.Value))
        );
        Assert.Equal(
            [NotificationKind.TaskDueSoon, NotificationKind.TaskOverdue, NotificationKind.TaskOpened],
            await KindsAsync(person)
        );
        var held = await client.AskAsync($$"""{ task(id: "{{task}}") { assignees { id } } }""");
        Assert.Equal(0, held.Data().GetProperty("task").GetProperty("assignees").GetArrayLength());
    }

    [Fact]
    public async Task Who_takes_what_was_opened_keeps_it_and_is_reminded_once()
    {
        // arrange
        await house.AddPersonAsync(Role.Maintainer);
        var (first, second) = (await house.AddPersonAsync(), await house.AddPersonAsync());
        var start = house.Clock.Now;
        var due = DateOnly.FromDateTime(start.UtcDateTime).AddDays(10);
        var task = await InDbAsync(async db =>
        {
            var by = await db.Members.SingleAsync(m => m.Id == first.MemberId);
            var added = Furnish.Task("Dachrinne", by, Rank.Between(null, null, Random.Shared), due: due);
            added.Assign(first.MemberId, first.MemberId, start);
            db.Add(added);
            return added.Id;
        });
        for (var day = -1; day <= 7; day++)
        {
            house.Clock.Now = new DateTimeOffset(due.AddDays(day), new TimeOnly(11, 0), TimeSpan.Zero);
            await RemindAsync();
        }

        Assert.Empty(await HoldersAsync(task));

        // act
        await InDbAsync(async db =>
        {
            var opened = await db.Tasks.Include(t => t.Assignments).SingleAsync(t => t.Id == task);
            opened.Assign(second.MemberId, second.MemberId, house.Clock.Now);
            return true;
        });
        var told = new List<int>();
        for (var day = 7; day <= 25; day++)
        {
            house.Clock.Now = new DateTimeOffset(due.AddDays(day), new TimeOnly(12, 0), TimeSpan.Zero);
            await RemindAsync();
            told.Add((await KindsAsync(second)).Count);
        }

        house.Clock.Now = start;

        // assert
        Assert.Equal([second.MemberId], await HoldersAsync(task));
        Assert.Equal([NotificationKind.TaskOverdue], await KindsAsync(second));
        Assert.Equal((0, 0, 1), (told[0], told[1], told[3]));
        Assert.Equal(
            [NotificationKind.TaskDueSoon, NotificationKind.TaskOverdue, NotificationKind.TaskOpened],
            await KindsAsync(first)
        );
    }

    [Fact]
    public async Task Each_kind_has_its_sentence_in_every_language_of_letters()
    {
        await using var scope = house.Services.CreateAsyncScope();
        var rules = scope.ServiceProvider.GetRequiredService<NotificationRules>();
        Assert.Equal(Enum.GetValues<NotificationKind>(), rules.All.Select(rule => rule.Kind));
        foreach (var kind in Enum.GetValues<NotificationKind>())
        {
            var words = new[]
            {
                "who",
                "day",
                "role",
                "unit",
                "url",
                "reason",
                "task",
                "duty",
                "more",
                "count",
                "days",
                "coop",
                "name",
                "link",
                "settings",
            };
            var told = new[] { "en", "de" }.Select(language =>
                MailTemplates.Write(NotificationNames.TemplateOf(kind), language, words.ToDictionary(w => w)).Text
            );
            Assert.Distinct(told);
        }
    }

    private Task<T> InDbAsync<T>(Func<CooperatorDbContext, Task<T>> work) =>
        house.InCoopAsync(house.Lindenhof, (services, _) => work(services.GetRequiredService<CooperatorDbContext>()));

    private Task<List<Guid>> HoldersAsync(Guid task) =>
        InDbAsync(db => db.TaskAssignments.Where(a => a.TaskId == task).Select(a => a.MemberId).ToListAsync());

    private async Task RemindAsync()
    {
        await using var scope = house.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TaskReminders>().RunAsync(default);
    }

    private Task<List<NotificationKind>> KindsAsync(Person person) =>
        house.InCoopAsync(
            house.Lindenhof,
            (services, ct) =>
                services
                    .GetRequiredService<CooperatorDbContext>()
                    .Notifications.Where(n => n.MemberId == person.MemberId)
                    .OrderBy(n => n.CreatedAt)
                    .Select(n => n.Kind)
                    .ToListAsync(ct)
        );
}
