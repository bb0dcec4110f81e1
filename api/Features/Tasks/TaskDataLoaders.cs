using System.Linq.Expressions;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Queries;
using Cooperator.Api.Features.Members;
using Cooperator.GraphQL.DataLoaders;

namespace Cooperator.Api.Features.Tasks;

public sealed class TasksById(CooperatorDbContext db) : BatchDataLoader<Guid, CoopTask>
{
    internal static readonly PreparedQuery<IReadOnlyList<Guid>, CoopTask> Tasks = new(
        static (db, ids) => db.Tasks.Where(t => ids.Contains(t.Id))
    );

    protected override async Task<IReadOnlyDictionary<Guid, CoopTask>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Tasks.Ask(db, keys).ToDictionaryAsync(t => t.Id, cancellationToken: cancellationToken);
}

public sealed class AssignmentsByTask(CooperatorDbContext db) : GroupedDataLoader<Guid, TaskAssignment>
{
    internal static readonly PreparedQuery<IReadOnlyList<Guid>, TaskAssignment> Assignments = new(
        static (db, tasks) => db.TaskAssignments.Where(a => tasks.Contains(a.TaskId)).OrderBy(a => a.Id)
    );

    protected override async Task<ILookup<Guid, TaskAssignment>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Assignments.Ask(db, keys).ToLookupAsync(a => a.TaskId, cancellationToken: cancellationToken);
}

/// <summary>Who has each task, the first one first: by one statement, since whoever asks wants their names.</summary>
public sealed class AssigneesByTask(CooperatorDbContext db) : GroupedDataLoader<Guid, Member>
{
    internal static readonly PreparedQuery<IReadOnlyList<Guid>, AssigneeOf> Assignees = new(
        static (db, tasks) =>
            db
                .TaskAssignments.Where(a => tasks.Contains(a.TaskId))
                .Join(db.Members, a => a.MemberId, m => m.Id, (assignment, member) => new { assignment, member })
                .OrderBy(a => a.assignment.Id)
                .Select(a => new AssigneeOf(a.assignment.TaskId, a.member))
    );

    protected override async Task<ILookup<Guid, Member>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) =>
        await Assignees.Ask(db, keys).ToLookupAsync(a => a.TaskId, a => a.Member, cancellationToken: cancellationToken);

    internal sealed record AssigneeOf(Guid TaskId, Member Member);
}

/// <summary>The labels of each task, by name.</summary>
public sealed class LabelsByTask(CooperatorDbContext db) : GroupedDataLoader<Guid, TaskLabel>
{
    internal static readonly PreparedQuery<IReadOnlyList<Guid>, LabelOf> Labels = new(
        static (db, tasks) =>
            db
                .TaskLabelings.Where(l => tasks.Contains(l.TaskId))
                .Join(db.TaskLabels, l => l.LabelId, l => l.Id, (labeling, label) => new { labeling.TaskId, label })
                .OrderBy(l => l.label.Name)
                .Select(l => new LabelOf(l.TaskId, l.label))
    );

    protected override async Task<ILookup<Guid, TaskLabel>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Labels.Ask(db, keys).ToLookupAsync(l => l.TaskId, l => l.Label, cancellationToken: cancellationToken);

    internal sealed record LabelOf(Guid TaskId, TaskLabel Label);
}

public sealed class ChecklistByTask(CooperatorDbContext db) : GroupedDataLoader<Guid, ChecklistItem>
{
    internal static readonly PreparedQuery<IReadOnlyList<Guid>, ChecklistItem> Items = new(
        static (db, tasks) =>
            db.ChecklistItems.Where(i => tasks.Contains(i.TaskId)).OrderBy(i => i.Position).ThenBy(i => i.Id)
    );

    protected override async Task<ILookup<Guid, ChecklistItem>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Items.Ask(db, keys).ToLookupAsync(i => i.TaskId, cancellationToken: cancellationToken);
}

/// <summary>How far each task's checklist is; tasks without one are missing.</summary>
public sealed class ChecklistProgressByTask(CooperatorDbContext db) : BatchDataLoader<Guid, ChecklistProgress>
{
    private sealed record ProgressOf(Guid TaskId, int Done, int Total);

    private static readonly PreparedQuery<IReadOnlyList<Guid>, ProgressOf> Progress = new(
        static (db, tasks) =>
            db
                .ChecklistItems.Where(i => tasks.Contains(i.TaskId))
                .GroupBy(i => i.TaskId)
                .Select(items => new ProgressOf(items.Key, items.Count(i => i.Done), items.Count()))
    );

    protected override async Task<IReadOnlyDictionary<Guid, ChecklistProgress>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) =>
        await Progress
            .Ask(db, keys)
            .ToDictionaryAsync(
                p => p.TaskId,
                p => new ChecklistProgress(p.Done, p.Total),
                cancellationToken: cancellationToken
            );
}

/// <summary>What each member has to do, the longest held first.</summary>
public sealed class ActiveAssignmentsByMember(CooperatorDbContext db) : ConnectionDataLoader<Guid, TaskAssignment>
{
    protected override IQueryable<TaskAssignment> Items => db.TaskAssignments.Active(db).OrderBy(a => a.Id);

    protected override Expression<Func<TaskAssignment, Guid>> Parent => a => a.MemberId;

    protected override IQueryable<Guid> QueryOf(IReadOnlyList<Guid> keys) => db.RowsOf(keys);
}

public sealed class ExemptionByMember(CooperatorDbContext db) : BatchDataLoader<Guid, AssignmentExemption>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, AssignmentExemption> Exemptions = new(
        static (db, members) => db.AssignmentExemptions.Where(e => members.Contains(e.MemberId))
    );

    protected override async Task<IReadOnlyDictionary<Guid, AssignmentExemption>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Exemptions.Ask(db, keys).ToDictionaryAsync(e => e.MemberId, cancellationToken: cancellationToken);
}
