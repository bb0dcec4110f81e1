using Cooperator.Api.Database;
using Cooperator.Api.Features.Calendars;
using Cooperator.Api.Features.Comments;
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

namespace Cooperator.Api.Tests.Support;

/// <summary>Rows for tests, made as the program makes them.</summary>
internal static class Furnish
{
    public static readonly DateOnly LongAgo = new(2020, 1, 1);

    public static readonly Recording Recorded = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), null);

    /// <summary>At least one row in every tenant-owned table.</summary>
    public static Task OneOfEachAsync(CooperatorDbContext db)
    {
        var alma = Member("Alma", "Öztürk", Role.Admin);
        var household = Household.Form("Öztürk");
        household.Join(alma, new DaySpan(LongAgo, null), []);
        var unit = Unit("12");
        var occupancy = unit.Unit.MoveIn(Occupant.Of(household), Let(LongAgo), new Timeline([]), Recorded);
        var invitation = Invitation.Send(
            alma.Id,
            "alma@example.org",
            Secret.Create(),
            Recorded.At,
            TimeSpan.FromDays(14)
        );
        var import = new Import(ImportKind.Members, "members.csv", [], alma.Id, Recorded.At);
        var period = new HoursPeriod("2026", new DaySpan(new(2026, 1, 1), new(2026, 12, 31)), 30);
        var line = HoursLine.Of(alma, HandwrittenKind.Meeting, 2, new(2026, 5, 2), "Versammlung", Recorded);
        var exemption = new WorkExemption(alma, new DaySpan(LongAgo, null), 0, "krank");
        db.AddRange(period, line, exemption);
        db.AddRange(alma, household, unit.Building, unit.Unit, occupancy, invitation, import);
        var label = new TaskLabel("Garden", LabelColour.Green);
        var task = Task("Water the garden", alma, Rank.Between(null, null, Random.Shared));
        task.Assign(alma.Id, alma.Id, Recorded.At);
        task.Label(label);
        task.AddChecklistItem("Fill the can");
        var comment = Comment.Write(task, new CommentText("The roses too?", [alma.Id]), alma.Id, Recorded.At);
        db.AddRange(label, task, comment, new BoardColumn(TaskColumn.Todo), new BoardSettings());
        var duty = new RecurringDuty(
            new DutyDescription("Sweep", null, "FREQ=WEEKLY", LongAgo, 1, 28),
            [alma.Id],
            LongAgo,
            alma.Id
        );
        var day = duty.HandOut(LongAgo, alma.Id, task.Id);
        db.AddRange(duty, day, new DutySwap(day, alma.Id, null, null, null, Recorded.At));
        db.AddRange(new CalendarFeed(alma.Id), new AssignmentExemption(alma.Id), new MemberWorkload(alma.Id));
        AddNotifications(db, alma.Id);
        return System.Threading.Tasks.Task.CompletedTask;
    }

    private static void AddNotifications(CooperatorDbContext db, Guid memberId)
    {
        var (kind, at) = (NotificationKind.MemberJoined, Recorded.At);
        var webhook = new Webhook("https://192.0.2.1/hook", [], "sealed", at);
        db.AddRange(
            new Notification(memberId, kind, "joined", memberId, "", new Dictionary<string, string>(), at),
            new NotificationPreference(memberId, kind, NotificationChannel.Email),
            new MailHours(memberId),
            new NotificationCursor(),
            webhook,
            Delivery.ToWebhook(webhook.Id, null, "webhook.test", "{}", at)
        );
    }

    public static Member Member(string given, string family, Role role = Role.Resident) =>
        Api.Features.Members.Member.Join(new PersonName(given, family), Language.De, LongAgo, role);

    public static (Building Building, Unit Unit) Unit(string number, UnitType type = UnitType.Flat)
    {
        var building = new Building("Haus " + number, "Lindenweg 1");
        return (building, new Unit(building, new UnitDescription(number, type, 1, 61.5m, 2.5m, 62)));
    }

    public static CoopTask Task(
        string title,
        Member by,
        string rank,
        TaskColumn column = TaskColumn.Todo,
        decimal? hours = null,
        DateOnly? due = null
    ) => new(new TaskDescription(title, null, due, hours), new TaskPlace(column, rank), by.Id, Recorded.At);

    public static OccupancyTerms Let(DateOnly from, DateOnly? until = null) =>
        new(OccupancyCapacity.Tenant, Primary: true, new DaySpan(from, until));
}
