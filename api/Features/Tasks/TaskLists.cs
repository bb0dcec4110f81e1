using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

/// <summary>Which tasks are shown. What is absent does not matter; what is given must all hold.</summary>
/// <param name="Search">Words, each of which must be found in the title or the description.</param>
/// <param name="DueFrom">The first day on which they may be due.</param>
/// <param name="DueUntil">The last day on which they may be due.</param>
/// <param name="Overdue">Only those that were due before today and are not done; or only the others.</param>
/// <param name="Mine">Only the viewer's own; or only the others.</param>
/// <param name="Unassigned">Only those that nobody has; or only the others.</param>
public sealed record TaskFilter(
    string? Search,
    TaskColumn? Column,
    [property: ID<Member>] Guid? AssigneeId,
    [property: ID<TaskLabel>] Guid? LabelId,
    DateOnly? DueFrom,
    DateOnly? DueUntil,
    bool? Overdue,
    bool? Mine,
    bool? Unassigned
);

internal static class TaskLists
{
    /// <summary>More would only be typed to see what happens.</summary>
    private const int MostWords = 10;

    /// <summary>Of tasks that are not done.</summary>
    public static IQueryable<TaskAssignment> Active(this IQueryable<TaskAssignment> assignments, CooperatorDbContext db)
    {
        var toDo = db.Tasks.Where(t => t.Column != TaskColumn.Done);
        return assignments.Where(a => toDo.Any(t => t.Id == a.TaskId));
    }

    public static IQueryable<CoopTask> Matching(
        this IQueryable<CoopTask> tasks,
        TaskFilter? filter,
        CurrentMember me,
        DateOnly today
    )
    {
        if (filter is null)
        {
            return tasks;
        }

        tasks = filter.Column is { } column ? tasks.Where(t => t.Column == column) : tasks;
        tasks = filter.AssigneeId is { } member ? tasks.AssignedTo(member, so: true) : tasks;
        tasks = filter.Mine is { } mine ? tasks.AssignedTo(me.MemberId, mine) : tasks;
        tasks = filter.LabelId is { } label ? tasks.Where(t => t.Labelings.Any(l => l.LabelId == label)) : tasks;
        tasks = filter.DueFrom is { } from ? tasks.Where(t => t.DueOn >= from) : tasks;
        tasks = filter.DueUntil is { } until ? tasks.Where(t => t.DueOn <= until) : tasks;
        tasks = filter.Overdue switch
        {
            true => tasks.Where(t => t.DueOn < today && t.Column != TaskColumn.Done),
            false => tasks.Where(t => t.DueOn == null || t.DueOn >= today || t.Column == TaskColumn.Done),
            null => tasks,
        };
        tasks = filter.Unassigned is { } free ? tasks.Where(t => t.Assignments.Any() != free) : tasks;
        return tasks.Matching(filter.Search);
    }

    private static IQueryable<CoopTask> AssignedTo(this IQueryable<CoopTask> tasks, Guid member, bool so) =>
        tasks.Where(t => t.Assignments.Any(a => a.MemberId == member) == so);

    internal static IQueryable<CoopTask> Matching(this IQueryable<CoopTask> tasks, string? search)
    {
        var words = (search ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        foreach (var pattern in words.Take(MostWords).Select(SearchPattern.Of))
        {
            tasks = tasks.Where(t =>
                EF.Functions.ILike(t.Title, pattern, SearchPattern.Escape)
                || EF.Functions.ILike(t.Description!, pattern, SearchPattern.Escape)
            );
        }

        return tasks;
    }
}
