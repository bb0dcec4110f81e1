using System.Text;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Comments;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Hours;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Imports;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Features.Webhooks;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>
/// A co-op full of data: something of every kind that has an id, and a word in all its texts that occurs nowhere else.
/// </summary>
internal sealed class Furniture
{
    private Furniture(Coop coop, string word) => (Coop, Word) = (coop, word);

    public Coop Coop { get; }

    public string Word { get; }

    public Member Housemate { get; private set; } = null!;

    public Member Loner { get; private set; } = null!;

    public Member Former { get; private set; } = null!;

    public Unit Empty { get; private set; } = null!;

    public Unit Shared { get; private set; } = null!;

    public CoopTask Task { get; private set; } = null!;

    /// <summary>A global id of each type that can be named in an argument.</summary>
    public IReadOnlyDictionary<string, string> Ids { get; private set; } = null!;

    public string Id(string type) => Ids[type];

    public static async Task<Furniture> PlaceAsync(Identity.IdentityHouse house, Coop coop, string word)
    {
        var furniture = new Furniture(coop, word);
        await house.InCoopAsync(coop, (services, ct) => furniture.PlaceAsync(services, house.Clock.Now, ct));
        return furniture;
    }

    /// <summary>Somebody has something to do, and has done something.</summary>
    public Task GiveWorkAsync(Identity.IdentityHouse house, Member member) =>
        house.InCoopAsync(
            Coop,
            async (services, ct) =>
            {
                var db = services.GetRequiredService<CooperatorDbContext>();
                var task = await db.LoadAssignedTaskAsync(Task.Id, ct);
                task.Assign(member.Id, Loner.Id, house.Clock.Now);
                var recorded = new Recording(house.Clock.Now, Loner.Id);
                db.Add(HoursLine.Of(member, HandwrittenKind.Meeting, 2, new(2026, 5, 2), $"{Word} tagt", recorded));
                return true;
            }
        );

    private async Task<bool> PlaceAsync(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<CooperatorDbContext>();
        var building = new Building($"{Word}haus", $"{Word}weg 1");
        Shared = new Unit(building, new UnitDescription($"{Word} 1", UnitType.Flat, 1, 61.5m, 2.5m, 62));
        Empty = new Unit(building, new UnitDescription($"{Word} 2", UnitType.Flat, 2, 61.5m, 2.5m, 62));
        var hers = new Unit(building, new UnitDescription($"{Word} 3", UnitType.Room, 3, 20, 1, 20));
        Housemate = Person("Ida");
        Loner = Person("Ole");
        Former = Person("Uwe");
        Former.Leave(
            Furnish.LongAgo.AddYears(1),
            $"{Word} moved away",
            new Administration(Coop, []),
            Furnish.LongAgo.AddYears(2)
        );
        var household = Household.Form($"{Word} und Co");
        household.Join(Housemate, new DaySpan(Furnish.LongAgo, null), []);
        var recorded = new Recording(Furnish.Recorded.At, Loner.Id);
        var together = Shared.MoveIn(Occupant.Of(household), Furnish.Let(Furnish.LongAgo), new Timeline([]), recorded);
        var alone = hers.MoveIn(Occupant.Of(Loner), Furnish.Let(Furnish.LongAgo), new Timeline([]), recorded);
        var invitation = Invitation.Send(
            Loner.Id,
            $"{Word}.invited@example.org",
            Secret.Create(),
            now,
            TimeSpan.FromDays(14)
        );
        var period = new HoursPeriod($"{Word} 2026", new DaySpan(new(2026, 1, 1), new(2026, 12, 31)), 30);
        var line = HoursLine.Of(Housemate, HandwrittenKind.Meeting, 2.5m, new(2026, 5, 2), $"{Word} tagt", recorded);
        var exemption = new WorkExemption(Housemate, new DaySpan(new(2026, 3, 1), null), 50, $"{Word} ist krank");
        db.AddRange(period, line, exemption);
        db.AddRange(building, Shared, Empty, hers, Housemate, Loner, Former, household, together, alone, invitation);
        var (label, item, comment) = SetUpBoard(db, now);
        var (duty, day, swap) = SetUpDuty(db, now);
        var notification = Tell(Housemate, now);
        // Switched off and at an address that is for documents: nothing is ever sent to it.
        var webhook = new Webhook(
            $"https://192.0.2.1/{Word}",
            [],
            services.GetRequiredService<WebhookSecrets>().Create().Sealed,
            now
        );
        webhook.Disable($"{Word} is away.");
        var delivery = Delivery.ToWebhook(webhook.Id, null, "webhook.test", "{}", now);
        delivery.Die($"{Word} is away.");
        var letter = Delivery.ByMail(notification, "MEMBER_JOINED", now, now, gathered: false);
        letter.Die($"{Word} is not known.");
        db.AddRange(notification, webhook, delivery, letter);
        await db.SaveChangesAsync(ct);
        var import = await services
            .GetRequiredService<ImportWork>()
            .UploadAsync(
                ImportKind.Members,
                $"{Word}.csv",
                Encoding.UTF8.GetBytes($"Vorname;Nachname;Eintritt\nNeu;{Word};2021-01-01\n"),
                ct
            );
        Ids = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Coop"] = NodeIds.Format("Coop", Coop.Id),
            ["Building"] = NodeIds.Format("Building", building.Id),
            ["Unit"] = NodeIds.Format("Unit", Shared.Id),
            ["Member"] = NodeIds.Format("Member", Housemate.Id),
            ["Household"] = NodeIds.Format("Household", household.Id),
            ["Occupancy"] = NodeIds.Format("Occupancy", together.Id),
            ["Invitation"] = NodeIds.Format("Invitation", invitation.Id),
            ["HoursPeriod"] = NodeIds.Format("HoursPeriod", period.Id),
            ["HoursLine"] = NodeIds.Format("HoursLine", line.Id),
            ["WorkExemption"] = NodeIds.Format("WorkExemption", exemption.Id),
            ["Duty"] = NodeIds.Format("Duty", duty.Id),
            ["DutyOccurrence"] = NodeIds.Format("DutyOccurrence", day.Id),
            ["DutySwap"] = NodeIds.Format("DutySwap", swap.Id),
            ["Import"] = NodeIds.Format("Import", import.Id),
            ["Task"] = NodeIds.Format("Task", Task.Id),
            ["TaskLabel"] = NodeIds.Format("TaskLabel", label.Id),
            ["ChecklistItem"] = NodeIds.Format("ChecklistItem", item.Id),
            ["Comment"] = NodeIds.Format("Comment", comment.Id),
            ["Notification"] = NodeIds.Format("Notification", notification.Id),
            ["Webhook"] = NodeIds.Format("Webhook", webhook.Id),
            ["Delivery"] = NodeIds.Format("Delivery", delivery.Id),
            ["RoleAssignment"] = NodeIds.Format("RoleAssignment", Housemate.RoleAssignments[0].Id),
        };
        return true;
    }

    private (TaskLabel Label, ChecklistItem Item, Comment Comment) SetUpBoard(
        CooperatorDbContext db,
        DateTimeOffset now
    )
    {
        var column = new BoardColumn(TaskColumn.Todo);
        column.Set($"{Word} offen", 900);
        var settings = new BoardSettings();
        settings.LimitAssignments(900);
        var exemption = new AssignmentExemption(Housemate.Id);
        exemption.Grant(new DateOnly(2036, 1, 1), $"{Word} ist krank");
        var label = new TaskLabel($"{Word} Garten", LabelColour.Green);
        Task = new CoopTask(
            new TaskDescription($"{Word} giessen", $"**{Word}**", new DateOnly(2035, 5, 4), 2.5m),
            new TaskPlace(TaskColumn.Todo, Rank.Between(null, null, Random.Shared)),
            Loner.Id,
            now
        );
        Task.Assign(Housemate.Id, Loner.Id, now);
        Task.Label(label);
        var item = Task.AddChecklistItem($"{Word} Kanne");
        var comment = Comment.Write(Task, new CommentText($"{Word}!", [Housemate.Id]), Loner.Id, now);
        db.AddRange(column, settings, exemption, label, Task, comment);
        return (label, item, comment);
    }

    private (RecurringDuty, DutyOccurrence, DutySwap) SetUpDuty(CooperatorDbContext db, DateTimeOffset now)
    {
        var description = new DutyDescription($"{Word} fegen", $"**{Word}**", "FREQ=YEARLY", new(2035, 5, 4), 1, 28);
        var duty = new RecurringDuty(description, [Housemate.Id], new(2026, 5, 4), Loner.Id);
        var day = duty.HandOut(new(2035, 5, 4), Housemate.Id, Task.Id);
        var swap = new DutySwap(day, Housemate.Id, Loner.Id, inReturn: null, $"{Word} verreist", now);
        db.AddRange(duty, day, swap);
        return (duty, day, swap);
    }

    /// <summary>Something that this member is told of.</summary>
    public Notification Tell(Member member, DateTimeOffset now)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["who"] = Word, ["day"] = "2026-01-01" };
        var kind = NotificationKind.MemberJoined;
        var notification = new Notification(member.Id, kind, $"furniture:{member.Id}", member.Id, "", words, now);
        notification.PutIntoInbox();
        return notification;
    }

    private Member Person(string given)
    {
        var member = Furnish.Member(given, Word);
        member.ChangeContactDetails(
            new ContactChange(
                $"{given}.{Word}@example.org",
                $"+49 30 {Word}",
                ContactVisibility.Members,
                ContactVisibility.Members
            )
        );
        return member;
    }
}
