using Cooperator.Api.Database;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Tasks;

/// <summary>A step of a task.</summary>
public sealed class ChecklistItem : TenantEntity
{
    private ChecklistItem() { }

    internal ChecklistItem(Guid taskId, string text, int position)
    {
        (TaskId, Position) = (taskId, position);
        Change(text);
    }

    public Guid TaskId { get; private set; }

    public string Text { get; private set; } = "";

    public bool Done { get; private set; }

    public int Position { get; private set; }

    internal void Change(string text) => Text = InvalidInputException.Text(text, "text", 300);

    internal void Tick(bool done) => Done = done;

    internal void MoveTo(int position) => Position = position;
}
