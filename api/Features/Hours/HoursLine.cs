using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Hours;

/// <summary>
/// One line of the hours ledger. Lines are only added, never changed: what was wrong is taken back by another line. A
/// balance is the sum of lines and stored nowhere.
/// </summary>
public sealed class HoursLine : TenantEntity
{
    // Minutes are kept as hundredths of an hour.
    private const decimal Least = 0.01m;

    private const decimal Most = 1000;

    private HoursLine() { }

    private HoursLine(Guid memberId, HoursLineKind kind, decimal hours, DateOnly workedOn, Recording recording)
    {
        (MemberId, Kind, Hours, WorkedOn) = (memberId, kind, hours, workedOn);
        (RecordedAt, RecordedById) = (recording.At, recording.MemberId);
        Raise(
            "hours.recorded",
            new
            {
                memberId,
                kind,
                hours,
                workedOn,
            }
        );
    }

    public Guid MemberId { get; private set; }

    public HoursLineKind Kind { get; private set; }

    /// <summary>Less than nothing for what is taken away.</summary>
    public decimal Hours { get; private set; }

    /// <summary>Decides which period the line counts in.</summary>
    public DateOnly WorkedOn { get; private set; }

    /// <summary>Why; shown to the member and to the board.</summary>
    public string? Reason { get; private set; }

    /// <summary>The task that was done.</summary>
    public Guid? TaskId { get; private set; }

    /// <summary>How often the task had been done by then: done again it counts again, once each time.</summary>
    public int? TaskCompletion { get; private set; }

    /// <summary>The line this one takes back.</summary>
    public Guid? ReversedLineId { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid? RecordedById { get; private set; }

    /// <summary>What the board writes by hand.</summary>
    public static HoursLine Of(
        Member member,
        HandwrittenKind kind,
        decimal hours,
        DateOnly workedOn,
        string? reason,
        Recording recording
    )
    {
        var check = new InputCheck();
        var least = kind == HandwrittenKind.Correction ? -Most : Least;
        check.Require(
            hours >= least && hours <= Most && hours != 0 && decimal.Round(hours, 2) == hours,
            new InputFault(InputFaultCode.OutOfRange, least, Most),
            "hours"
        );
        workedOn = check.Take(() => DaySpan.Check(workedOn, "workedOn"));
        reason = check.Take(() => InvalidInputException.Text(reason, "reason", 500));
        check.Demand();
        return new HoursLine(member.Id, Enum.Parse<HoursLineKind>(kind.ToString()), hours, workedOn, recording)
        {
            Reason = reason,
        };
    }

    /// <summary>What somebody who held a task gets for its being done.</summary>
    public static HoursLine ForTask(
        Guid memberId,
        Guid taskId,
        int completion,
        decimal hours,
        DateOnly workedOn,
        Recording recording
    ) => new(memberId, HoursLineKind.Task, hours, workedOn, recording) { TaskId = taskId, TaskCompletion = completion };

    /// <summary>Takes the line back, in the period in which it counted.</summary>
    public HoursLine Reverse(string? reason, Recording recording)
    {
        if (Kind == HoursLineKind.Reversal)
        {
            throw new ReversalCannotBeReversedException();
        }

        return new HoursLine(MemberId, HoursLineKind.Reversal, -Hours, WorkedOn, recording)
        {
            Reason = InvalidInputException.OptionalText(reason, "reason", 500),
            TaskId = TaskId,
            ReversedLineId = Id,
        };
    }
}
