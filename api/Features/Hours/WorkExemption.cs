using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Hours;

/// <summary>
/// Days on which a member owes less work than the others, or none. Everybody may see until when; why is known to the
/// member and to the board.
/// </summary>
public sealed class WorkExemption : TenantEntity
{
    private WorkExemption() { }

    public WorkExemption(Member member, DaySpan days, int owedPercent, string reason)
    {
        var check = new InputCheck();
        check.Require(
            owedPercent is >= 0 and < 100,
            new InputFault(InputFaultCode.OutOfRange, Min: 0, Max: 99),
            "owedPercent"
        );
        Reason = check.Take(() => InvalidInputException.Text(reason, "reason", 500));
        check.Demand();
        (MemberId, From, Until, OwedPercent) = (member.Id, days.From, days.Until, owedPercent);
        Raise("work_exemption.granted", Facts);
    }

    public Guid MemberId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>How much of the quota is still owed: 0 for nothing at all.</summary>
    public int OwedPercent { get; private set; }

    public string Reason { get; private set; } = "";

    public DaySpan Days => new(From, Until);

    /// <summary>Whether no duty is given to the member on the day.</summary>
    public bool SparesDutiesOn(DateOnly day) => OwedPercent == 0 && Days.Contains(day);

    public void End(DateOnly until)
    {
        Until = new DaySpan(From, until).Until;
        Raise("work_exemption.ended", Facts);
    }

    private object Facts =>
        new
        {
            MemberId,
            From,
            Until,
        };
}
