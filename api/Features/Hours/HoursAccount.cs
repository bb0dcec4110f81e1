using Cooperator.Api.Features.Members;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Hours;

/// <summary>What one member owes and has done in a period.</summary>
/// <param name="QuotaHours">What the member owes: the period's quota, less for days outside of membership and for exempt ones.</param>
/// <param name="WorkedHours">The sum of the lines of the period.</param>
public sealed record HoursAccount(
    [property: GraphQLIgnore] HoursPeriod Period,
    [property: GraphQLIgnore] Guid MemberId,
    decimal QuotaHours,
    decimal WorkedHours
)
{
    /// <summary>What is done beyond the quota; below zero for what is still owed.</summary>
    public decimal BalanceHours => WorkedHours - QuotaHours;

    /// <summary>How many per cent of the quota are done; null for who owes nothing.</summary>
    internal int? Percent =>
        QuotaHours > 0 ? (int)Math.Clamp(Math.Floor(WorkedHours * 100 / QuotaHours), -10_000, 10_000) : null;
}
