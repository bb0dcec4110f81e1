using Cooperator.Api.Database;
using Cooperator.Api.Features.Comments;

namespace Cooperator.Api.Features.Tasks;

/// <summary>Something to be done in the co-op: a card of the board.</summary>
public sealed partial class CoopTask : TenantEntity, ICommentSubject
{
    private readonly List<TaskAssignment> _assignments = [];
    private readonly List<TaskLabeling> _labelings = [];
    private readonly List<ChecklistItem> _checklist = [];

    private CoopTask() { }

    public CoopTask(TaskDescription description, TaskPlace place, Guid createdById, DateTimeOffset at)
    {
        Describe(description);
        (Column, Rank, CreatedById, CreatedAt) = (place.Column, place.Rank, createdById, at);
        Raise("task.added", new { Title, Column });
    }

    public string Title { get; private set; } = "";

    /// <summary>In Markdown.</summary>
    public string? Description { get; private set; }

    public TaskColumn Column { get; private set; }

    /// <summary>The place in the column: cards are sorted by it, byte by byte.</summary>
    public string Rank { get; private set; } = "";

    public DateOnly? DueOn { get; private set; }

    public decimal? EstimateHours { get; private set; }

    public Guid CreatedById { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public Guid? CompletedById { get; private set; }

    /// <summary>How often the task has been done: once, unless it was reopened.</summary>
    public int Completions { get; private set; }

    /// <summary>
    /// Raised with each change of who has the task. Who completes it writes this row as well, so of the two the second one
    /// is run again, and the hours go to whoever has it then.
    /// </summary>
    public int HoldersVersion { get; private set; }

    public IReadOnlyList<TaskAssignment> Assignments => _assignments;

    public IReadOnlyList<TaskLabeling> Labelings => _labelings;

    public IReadOnlyList<ChecklistItem> Checklist => _checklist;

    public bool IsDone => Column == TaskColumn.Done;

    public bool IsAssignedTo(Guid memberId) => _assignments.Exists(a => a.MemberId == memberId);

    public void Change(TaskDescription description)
    {
        var before = (Title, Description, DueOn, EstimateHours);
        Describe(description);
        if (before != (Title, Description, DueOn, EstimateHours))
        {
            Raise("task.changed", new { Title, DueOn });
        }
    }

    /// <summary>Gives the task to a member, who may already have it. By oneself it is taking it.</summary>
    public void Assign(Guid memberId, Guid byId, DateTimeOffset at)
    {
        RefuseWhenDone();
        if (!IsAssignedTo(memberId))
        {
            _assignments.Add(new TaskAssignment(Id, memberId, byId, at));
            HoldersVersion++;
            Raise(memberId == byId ? "task.taken" : "task.assigned", new { memberId });
        }
    }

    /// <summary>Gives the task to whose turn it is. They are told of all their turns at once, so it is another thing to happen.</summary>
    public void HandOut(Guid memberId, Guid byId, DateTimeOffset at)
    {
        RefuseWhenDone();
        if (!IsAssignedTo(memberId))
        {
            _assignments.Add(new TaskAssignment(Id, memberId, byId, at));
            HoldersVersion++;
            Raise("task.handed_out", new { memberId });
        }
    }

    public void Release(Guid memberId)
    {
        RefuseWhenDone();
        var assignment = _assignments.Find(a => a.MemberId == memberId) ?? throw new TaskNotAssignedException();
        _assignments.Remove(assignment);
        HoldersVersion++;
        Raise("task.released", new { memberId });
    }

    /// <summary>Takes the task from one member and gives it to another, as the two agreed: one thing that happens, not two.</summary>
    public void HandOver(Guid fromId, Guid toId, Guid byId, DateTimeOffset at)
    {
        RefuseWhenDone();
        var assignment = _assignments.Find(a => a.MemberId == fromId) ?? throw new TaskNotAssignedException();
        _assignments.Remove(assignment);
        if (!IsAssignedTo(toId))
        {
            _assignments.Add(new TaskAssignment(Id, toId, byId, at));
        }

        HoldersVersion++;
        Raise("task.handed_over", new { fromId, toId });
    }

    /// <summary>Moves the card among those that are to be done; <see cref="Complete"/> and <see cref="Reopen"/> do the rest.</summary>
    public void Move(TaskPlace place)
    {
        RefuseWhenDone();
        var from = Column;
        Place(place);
        Raise("task.moved", new { from, to = Column });
    }

    public void Complete(Guid byId, DateTimeOffset at)
    {
        RefuseWhenDone();
        Place(new TaskPlace(TaskColumn.Done, Tasks.Rank.Newest(at, Id)));
        (CompletedAt, CompletedById) = (at, byId);
        Completions++;
        Raise("task.completed", new { memberIds = MemberIds, EstimateHours });
    }

    public void Reopen(TaskPlace place)
    {
        if (!IsDone)
        {
            throw new TaskNotDoneException();
        }

        Place(place);
        (CompletedAt, CompletedById) = (null, null);
        Raise("task.reopened", new { memberIds = MemberIds, to = Column });
    }

    /// <summary>What was done is kept for the record.</summary>
    public void Remove()
    {
        if (IsDone)
        {
            throw new DoneTaskIsKeptException();
        }

        Raise("task.removed", new { Title });
    }

    public void Label(TaskLabel label)
    {
        if (!_labelings.Exists(l => l.LabelId == label.Id))
        {
            _labelings.Add(new TaskLabeling(Id, label.Id));
            Raise("task.labelled", new { labelId = label.Id });
        }
    }

    public void Unlabel(TaskLabel label)
    {
        if (_labelings.RemoveAll(l => l.LabelId == label.Id) > 0)
        {
            Raise("task.unlabelled", new { labelId = label.Id });
        }
    }

    void ICommentSubject.NoteComment(string what, object facts) => Raise("task." + what, facts);

    private Guid[] MemberIds => [.. _assignments.Select(a => a.MemberId)];

    private void RefuseWhenDone()
    {
        if (IsDone)
        {
            throw new TaskAlreadyDoneException();
        }
    }

    private void Place(TaskPlace place) => (Column, Rank) = (place.Column, place.Rank);

    private void Describe(TaskDescription description)
    {
        var d = description.Checked();
        (Title, Description, DueOn, EstimateHours) = (d.Title, d.Description, d.DueOn, d.EstimateHours);
    }
}

/// <summary>A column and the rank in it.</summary>
public readonly record struct TaskPlace(TaskColumn Column, string Rank);
