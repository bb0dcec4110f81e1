using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Tasks;

public sealed partial class CoopTask
{
    private const int LongestChecklist = 100;

    private IEnumerable<ChecklistItem> InOrder => _checklist.OrderBy(i => i.Position).ThenBy(i => i.Id);

    public ChecklistItem AddChecklistItem(string text)
    {
        if (_checklist.Count >= LongestChecklist)
        {
            throw new InvalidInputException(new InputFault(InputFaultCode.TooMany, Max: LongestChecklist), "text");
        }

        var last = InOrder.LastOrDefault()?.Position ?? -1;
        var item = new ChecklistItem(Id, text, last + 1);
        _checklist.Add(item);
        RaiseOf(item);
        return item;
    }

    public void ChangeChecklistItem(Guid itemId, string text)
    {
        var item = FindItem(itemId);
        item.Change(text);
        RaiseOf(item);
    }

    public void TickChecklistItem(Guid itemId, bool done)
    {
        var item = FindItem(itemId);
        if (item.Done != done)
        {
            item.Tick(done);
            RaiseOf(item);
        }
    }

    public void RemoveChecklistItem(Guid itemId)
    {
        var item = FindItem(itemId);
        _checklist.Remove(item);
        RaiseOf(item);
    }

    /// <summary>Puts an item at a place of the list, counted from 0; behind the last one when there are fewer.</summary>
    public void MoveChecklistItem(Guid itemId, int position)
    {
        var item = FindItem(itemId);
        var items = InOrder.Where(i => i != item).ToList();
        items.Insert(Math.Clamp(position, 0, items.Count), item);
        for (var i = 0; i < items.Count; i++)
        {
            items[i].MoveTo(i);
        }

        RaiseOf(item);
    }

    private ChecklistItem FindItem(Guid itemId) =>
        _checklist.Find(i => i.Id == itemId) ?? throw new ChecklistItemNotFoundException();

    private void RaiseOf(ChecklistItem item) => Raise("task.checklist_changed", new { itemId = item.Id, item.Done });
}
