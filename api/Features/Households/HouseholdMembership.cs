using Cooperator.Api.Database;
using Cooperator.Api.Platform;

namespace Cooperator.Api.Features.Households;

/// <summary>That a member lives in a household, and when.</summary>
public sealed class HouseholdMembership : TenantEntity
{
    private HouseholdMembership() { }

    internal HouseholdMembership(Guid householdId, Guid memberId, DaySpan days) =>
        (HouseholdId, MemberId, From, Until) = (householdId, memberId, days.From, days.Until);

    public Guid HouseholdId { get; private set; }

    public Guid MemberId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; private set; }

    public DaySpan Days => new(From, Until);

    internal void End(DateOnly until) => Until = new DaySpan(From, until).Until;
}
