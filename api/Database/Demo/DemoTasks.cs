using Cooperator.Api.Features.Comments;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Features.Tasks;

namespace Cooperator.Api.Database.Demo;

/// <summary>What people of a story did, through the methods they would use on the board.</summary>
internal sealed class DemoTasks(
    CooperatorDbContext db,
    DemoClock clock,
    Func<string, Member> person,
    Random random,
    DemoPost post
)
{
    private readonly Dictionary<string, TaskLabel> _labels = [];
    private readonly Dictionary<TaskColumn, string> _ends = [];

    public void AddLabels(string lines)
    {
        foreach (var (name, colour) in DemoLines.Labels(lines))
        {
            _labels.Add(name, new TaskLabel(name, colour));
            db.Add(_labels[name]);
        }
    }

    /// <summary>A task in its chapters: it is added, talked about a week later, and done one day.</summary>
    public IEnumerable<DemoChapter> Chapters(DemoTask told)
    {
        CoopTask task = null!;
        yield return new DemoChapter(told.AddedOn, told.By, () => task = Add(told));
        foreach (var (who, text) in told.Comments)
        {
            yield return new DemoChapter(told.AddedOn.AddDays(7), who, () => Say(task, who, text));
        }

        if (told.DoneOn is { } day)
        {
            var by = told.Persons[0];
            yield return new DemoChapter(day, by, () => Finish(task, by));
        }
    }

    private CoopTask Add(DemoTask told)
    {
        var description = new TaskDescription(told.Title, null, told.DueOn, told.Hours);
        var task = new CoopTask(description, EndOf(told.Column), person(told.By).Id, clock.Pass());
        told.Labels.ForEach(label => task.Label(_labels[label]));
        foreach (var (text, done) in told.Steps)
        {
            task.TickChecklistItem(task.AddChecklistItem(text).Id, done);
        }

        told.Persons.ForEach(name => task.Assign(person(name).Id, person(told.By).Id, clock.GetUtcNow()));
        db.Add(task);
        Guid[] to = [.. told.Persons.Select(name => person(name).Id)];
        var news = TaskRule.About(task.Id, task.Title, to, told.DueOn);
        post.Tell(NotificationKind.TaskAssigned, task.Id, news, doneBy: person(told.By).Id);
        return task;
    }

    private void Say(CoopTask task, string who, string text) =>
        db.Add(Comment.Write(task, new CommentText(text, []), person(who).Id, clock.Pass()));

    private void Finish(CoopTask task, string by)
    {
        task.Checklist.ToList().ForEach(step => task.TickChecklistItem(step.Id, done: true));
        task.Complete(person(by).Id, clock.Pass());
        var today = DateOnly.FromDateTime(clock.GetUtcNow().Date);
        db.CreditHours(task, today, new Recording(clock.GetUtcNow(), person(by).Id));
    }

    internal TaskPlace EndOf(TaskColumn column)
    {
        _ends[column] = Rank.Between(_ends.GetValueOrDefault(column), null, random);
        return new TaskPlace(column, _ends[column]);
    }
}

/// <summary>Something that happened on a day, and who did it; nobody is the house itself.</summary>
internal sealed record DemoChapter(DateOnly Day, string? By, Action Tell);

internal sealed record DemoTask(
    DateOnly AddedOn,
    string By,
    string Title,
    List<string> Labels,
    DateOnly? DueOn,
    decimal Hours,
    List<string> Persons,
    TaskColumn Column,
    DateOnly? DoneOn,
    IReadOnlyList<(string Text, bool Done)> Steps,
    IReadOnlyList<(string Who, string Text)> Comments
);
