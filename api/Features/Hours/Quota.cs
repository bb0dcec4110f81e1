using Cooperator.Api.Platform;

namespace Cooperator.Api.Features.Hours;

/// <summary>What one member owes in a period: a share of its quota for each day of membership, less on exempt days.</summary>
public static class Quota
{
    /// <summary>Hours, to the hundredth. Whoever was a member for half of the period owes half of the quota.</summary>
    public static decimal Of(
        HoursPeriod period,
        IReadOnlyCollection<DaySpan> memberships,
        IReadOnlyCollection<WorkExemption> exemptions
    )
    {
        var days = period.Until.DayNumber - period.From.DayNumber + 1;
        var owedPercents = Enumerable
            .Range(0, days)
            .Select(period.From.AddDays)
            .Where(day => memberships.Any(m => m.Contains(day)))
            .Sum(day =>
                exemptions.Where(e => e.Days.Contains(day)).Select(e => e.OwedPercent).DefaultIfEmpty(100).Min()
            );
        return decimal.Round(period.QuotaHours * owedPercents / (days * 100), 2, MidpointRounding.AwayFromZero);
    }
}
