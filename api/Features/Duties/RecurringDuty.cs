using Cooperator.Api.Database;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Duties;

/// <summary>Work that comes again: a rule says on which days, a rotation says whose turn it is, and each day is a task of its own.</summary>
public sealed class RecurringDuty : TenantEntity
{
    private readonly List<RotationPlace> _places = [];

    private RecurringDuty() { }

    public RecurringDuty(
        DutyDescription description,
        IReadOnlyCollection<Guid> memberIds,
        DateOnly today,
        Guid createdById
    )
    {
        Describe(description, today);
        CreatedById = createdById;
        Raise("duty.created", new { Title, Rule });
        TakeRotation(memberIds);
    }

    public string Title { get; private set; } = "";

    /// <summary>In Markdown.</summary>
    public string? Description { get; private set; }

    /// <summary>When it is due, as RFC 5545 writes it: <c>FREQ=WEEKLY;BYDAY=SA</c>.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>The day the rule counts from.</summary>
    public DateOnly FirstOn { get; private set; }

    /// <summary>What doing it once counts in the ledger.</summary>
    public decimal? EstimateHours { get; private set; }

    /// <summary>How many days ahead its tasks are handed out.</summary>
    public int LeadDays { get; private set; }

    /// <summary>The last day it could be due; null while it goes on.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>
    /// The latest day that was handed out, also when it is gone: a day that was removed is not handed out again. Null before
    /// the first one.
    /// </summary>
    public DateOnly? PlannedUntil { get; private set; }

    public Guid CreatedById { get; private set; }

    public IReadOnlyList<RotationPlace> Places => _places;

    /// <summary>The rotation, in its order.</summary>
    public IReadOnlyList<Guid> MemberIds => [.. _places.OrderBy(p => p.Position).Select(p => p.MemberId)];

    /// <summary>What is handed out already stays as it is.</summary>
    public void Change(DutyDescription description, DateOnly today)
    {
        RefuseWhenEnded();
        Describe(description, today);
        Raise("duty.changed", new { Title, Rule });
    }

    public void Rotate(IReadOnlyCollection<Guid> memberIds)
    {
        RefuseWhenEnded();
        TakeRotation(memberIds);
        Raise("duty.rotation_changed", new { memberIds });
    }

    public void End(DateOnly on)
    {
        RefuseWhenEnded();
        EndedOn = on;
        Raise("duty.ended", new { Title, on });
    }

    /// <summary>The due days from <paramref name="from"/> on that are to be handed out by <paramref name="today"/>.</summary>
    public IEnumerable<DateOnly> DueFrom(DateOnly from, DateOnly today) =>
        EndedOn is null ? DutyRule.Parse(Rule).Days(FirstOn, from, today.AddDays(LeadDays)) : [];

    /// <summary>Hands out one day.</summary>
    public DutyOccurrence HandOut(DateOnly dueOn, Guid? plannedMemberId, Guid taskId)
    {
        PlannedUntil = dueOn > PlannedUntil ? dueOn : PlannedUntil ?? dueOn;
        var occurrence = new DutyOccurrence(Id, dueOn, plannedMemberId, taskId);
        Raise(
            "duty.handed_out",
            new
            {
                dueOn,
                memberId = plannedMemberId,
                taskId,
            }
        );
        return occurrence;
    }

    /// <summary>Gives a day to somebody else, as whose turn it was leaves; null when nobody can.</summary>
    public void HandOn(DutyOccurrence occurrence, Guid? memberId)
    {
        var fromId = occurrence.PlannedMemberId;
        occurrence.PlanAnew(memberId);
        Raise(
            "duty.handed_on",
            new
            {
                occurrence.DueOn,
                fromId,
                memberId,
                occurrence.TaskId,
            }
        );
    }

    private void TakeRotation(IReadOnlyCollection<Guid> memberIds)
    {
        // Places are kept by member, so that a change of order changes rows and does not trade them.
        _places.RemoveAll(p => !memberIds.Contains(p.MemberId));
        foreach (var (position, memberId) in memberIds.Index())
        {
            if (_places.Find(p => p.MemberId == memberId) is { } place)
            {
                place.MoveTo(position);
            }
            else
            {
                _places.Add(new RotationPlace(Id, memberId, position));
            }
        }
    }

    private void Describe(DutyDescription description, DateOnly today)
    {
        var d = description.Checked();
        DutyRule.Parse(d.Rule).RequireOccurrence(d.FirstOn, d.FirstOn > today ? d.FirstOn : today);
        (Title, Description, Rule, FirstOn) = (d.Title, d.Description, d.Rule, d.FirstOn);
        (EstimateHours, LeadDays) = (d.EstimateHours, d.LeadDays);
    }

    private void RefuseWhenEnded()
    {
        if (EndedOn is not null)
        {
            throw new DutyEndedException();
        }
    }
}

/// <summary>A member's place in a rotation.</summary>
public sealed class RotationPlace : TenantEntity
{
    private RotationPlace() { }

    internal RotationPlace(Guid dutyId, Guid memberId, int position) =>
        (DutyId, MemberId, Position) = (dutyId, memberId, position);

    public Guid DutyId { get; private set; }

    public Guid MemberId { get; private set; }

    public int Position { get; private set; }

    internal void MoveTo(int position) => Position = position;
}
