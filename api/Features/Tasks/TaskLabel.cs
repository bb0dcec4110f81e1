using Cooperator.Api.Database;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Tasks;

/// <summary>A word and a colour by which tasks are told apart.</summary>
public sealed class TaskLabel : TenantEntity
{
    private TaskLabel() { }

    public TaskLabel(string name, LabelColour colour)
    {
        Describe(name, colour);
        Raise("task_label.added", new { Name });
    }

    public string Name { get; private set; } = "";

    public LabelColour Colour { get; private set; }

    public void Change(string name, LabelColour colour)
    {
        Describe(name, colour);
        Raise("task_label.changed", new { Name });
    }

    public void Remove() => Raise("task_label.removed", new { Name });

    private void Describe(string name, LabelColour colour) =>
        (Name, Colour) = (InvalidInputException.Text(name, "name", 50), colour);
}

/// <summary>That a task has a label.</summary>
public sealed class TaskLabeling : TenantEntity
{
    private TaskLabeling() { }

    internal TaskLabeling(Guid taskId, Guid labelId) => (TaskId, LabelId) = (taskId, labelId);

    public Guid TaskId { get; private set; }

    public Guid LabelId { get; private set; }
}

/// <summary>Names of colours; which ones they are in light and dark is the screen's business.</summary>
public enum LabelColour
{
    Grey,
    Red,
    Orange,
    Yellow,
    Green,
    Teal,
    Blue,
    Purple,
    Pink,
    Brown,
}
