using Cooperator.Api.Database;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Hours;

/// <summary>Days in which each member owes the co-op some hours of work.</summary>
public sealed class HoursPeriod : TenantEntity
{
    // A quota per day is counted day by day, so a period has an end that can be reached.
    private const int MostDays = 1100;

    private const decimal MostHours = 2000;

    private HoursPeriod() { }

    public HoursPeriod(string name, DaySpan days, decimal quotaHours)
    {
        Take(name, days, quotaHours);
        Raise("hours_period.opened", Facts);
    }

    public string Name { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>What a member owes who is one for all of the period and not exempt.</summary>
    public decimal QuotaHours { get; private set; }

    public DaySpan Days => new(From, Until);

    /// <summary>Quotas follow at once, as they are computed and never stored.</summary>
    public void Change(string name, DaySpan days, decimal quotaHours)
    {
        Take(name, days, quotaHours);
        Raise("hours_period.changed", Facts);
    }

    /// <summary>Lines belong to days, not to periods: none is lost.</summary>
    public void Remove() => Raise("hours_period.removed", Facts);

    private object Facts =>
        new
        {
            Name,
            From,
            Until,
            QuotaHours,
        };

    private void Take(string name, DaySpan days, decimal quotaHours)
    {
        var check = new InputCheck();
        Name = check.Take(() => InvalidInputException.Text(name, "name", 100));
        check.Require(
            days.Until is { } last && last.DayNumber - days.From.DayNumber < MostDays,
            new InputFault(InputFaultCode.OutOfRange, Max: MostDays),
            "until"
        );
        check.Require(
            quotaHours is >= 0 and <= MostHours && decimal.Round(quotaHours, 2) == quotaHours,
            new InputFault(InputFaultCode.OutOfRange, Min: 0, Max: MostHours),
            "quotaHours"
        );
        check.Demand();
        (From, Until, QuotaHours) = (days.From, days.Until!.Value, quotaHours);
    }
}
