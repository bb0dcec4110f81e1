using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Hours;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Platform;

namespace Cooperator.Api.Database.Demo;

/// <summary>The duties of a story, who did them, and what it all came to in hours.</summary>
internal sealed class DemoDuties(
    CooperatorDbContext db,
    DemoClock clock,
    Func<string, Member> person,
    DemoTasks tasks,
    DemoPost post
)
{
    // So long before its day a duty is handed out.
    private const int LeadDays = 28;

    private readonly Dictionary<(string Duty, DateOnly Day), (DutyOccurrence Occurrence, CoopTask Task)> _days = [];

    /// <summary>Periods, exemptions and what the board wrote into the ledger.</summary>
    public IEnumerable<DemoChapter> Ledger(DemoWork work, string board)
    {
        foreach (var (name, from, until, quota) in work.Periods)
        {
            yield return new(from, board, () => db.Add(new HoursPeriod(name, new DaySpan(from, until), quota)));
        }

        foreach (var (who, days, owed, why) in work.Exemptions)
        {
            yield return new(days.From, board, () => db.Add(new WorkExemption(person(who), days, owed, why)));
        }

        foreach (var (day, kind, hours, why, who) in work.Hours)
        {
            yield return new(
                day,
                board,
                () => who.ForEach(name => db.Add(HoursLine.Of(person(name), kind, hours, day, why, By(board))))
            );
        }
    }

    /// <summary>A duty from its beginning: handed out week by week, done on the day.</summary>
    public IEnumerable<DemoChapter> Chapters(DemoDuty told, string by)
    {
        RecurringDuty duty = null!;
        Rotation rotation = null!;
        var setUpOn = told.FirstOn.AddDays(-21);
        yield return new(
            setUpOn,
            by,
            () =>
            {
                duty = Set(told, by);
                rotation = new Rotation(duty.MemberIds, new Dictionary<Guid, DateOnly>());
            }
        );
        foreach (
            var day in DutyRule.Parse(told.Rule).Days(told.FirstOn, told.FirstOn, DemoClock.Told.AddDays(LeadDays))
        )
        {
            var handedOut = day.AddDays(-LeadDays) < setUpOn ? setUpOn : day.AddDays(-LeadDays);
            yield return new(handedOut, by, () => HandOut(duty, rotation, day, by));
            if (day <= DemoClock.Told)
            {
                yield return new(day, null, () => Finish(told.Title, day));
            }
        }
    }

    public IEnumerable<DemoChapter> Chapters(DemoSwap told)
    {
        DutySwap swap = null!;
        var offered = (told.TakenOn ?? told.Day.AddDays(-14)).AddDays(-2);
        yield return new(offered, told.From, () => swap = Offer(told));
        if (told.TakenOn is { } day)
        {
            yield return new(day, told.To, () => Take(swap, told));
        }
    }

    private RecurringDuty Set(DemoDuty told, string by)
    {
        var description = new DutyDescription(told.Title, told.Text, told.Rule, told.FirstOn, told.Hours, LeadDays);
        Guid[] members = [.. told.Persons.Select(name => person(name).Id)];
        var duty = new RecurringDuty(description, members, told.FirstOn, person(by).Id);
        db.Add(duty);
        return duty;
    }

    private void HandOut(RecurringDuty duty, Rotation rotation, DateOnly day, string by)
    {
        var holder = rotation.Next(day, (_, _) => true)!.Value;
        var description = new TaskDescription(duty.Title, duty.Description, day, duty.EstimateHours);
        var task = new CoopTask(description, tasks.EndOf(TaskColumn.Todo), person(by).Id, clock.Pass());
        task.HandOut(holder, person(by).Id, clock.GetUtcNow());
        var occurrence = duty.HandOut(day, holder, task.Id);
        _days.Add((duty.Title, day), (occurrence, task));
        db.AddRange(task, occurrence);
        var news = DutyAssignedRule.About(holder, [(duty.Title, day)]);
        post.Tell(NotificationKind.DutyAssigned, task.Id, news, doneBy: null);
    }

    private void Finish(string duty, DateOnly day)
    {
        var task = _days[(duty, day)].Task;
        var holder = task.Assignments[0].MemberId;
        db.Actor.MemberId = holder;
        task.Complete(holder, clock.Pass());
        db.CreditHours(task, day, new Recording(clock.GetUtcNow(), holder));
    }

    private DutySwap Offer(DemoSwap told)
    {
        var day = _days[(told.Duty, told.Day)].Occurrence;
        var swap = new DutySwap(day, person(told.From).Id, null, null, told.Why, clock.Pass());
        db.Add(swap);
        return swap;
    }

    private void Take(DutySwap swap, DemoSwap told)
    {
        var (from, to) = (person(told.From).Id, person(told.To!).Id);
        swap.Accept(to, clock.Pass());
        var task = _days[(told.Duty, told.Day)].Task;
        task.HandOver(from, to, to, clock.GetUtcNow());
        var news = DutySwapRule.About(told.To!, told.Duty, told.Day, [from]);
        post.Tell(NotificationKind.DutySwapAccepted, swap.Id, news, doneBy: to);
    }

    private Recording By(string name) => new(clock.GetUtcNow(), person(name).Id);
}

internal sealed record DemoDuty(
    string Title,
    string Text,
    string Rule,
    DateOnly FirstOn,
    decimal Hours,
    List<string> Persons
);

internal sealed record DemoSwap(string Duty, DateOnly Day, string From, string? To, string Why, DateOnly? TakenOn);

internal sealed record DemoWork(
    IReadOnlyList<(string Name, DateOnly From, DateOnly Until, decimal Quota)> Periods,
    IReadOnlyList<(string Who, DaySpan Days, int OwedPercent, string Why)> Exemptions,
    IReadOnlyList<(DateOnly Day, HandwrittenKind Kind, decimal Hours, string Why, List<string> Who)> Hours
);
