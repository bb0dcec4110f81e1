using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;

namespace Cooperator.Api.Features.Occupancies;

/// <summary>Who moves in: a household, or a member alone.</summary>
public sealed record Occupant
{
    private Occupant(Guid? householdId, Guid? memberId) => (HouseholdId, MemberId) = (householdId, memberId);

    public Guid? HouseholdId { get; }

    public Guid? MemberId { get; }

    public static Occupant Of(Household household) => new(household.Id, null);

    public static Occupant Of(Member member) => new(null, member.Id);

    internal static Occupant Of(Occupancy occupancy) => new(occupancy.HouseholdId, occupancy.MemberId);
}
