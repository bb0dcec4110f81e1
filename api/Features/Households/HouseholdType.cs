using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Households;

[ObjectType<Household>(nameof(Household.Id), nameof(Household.Name))]
public static class HouseholdType
{
    [NodeResolver]
    [Authorize(Policy = Policies.Member)]
    public static Task<Household?> GetHouseholdByIdAsync(Guid id, HouseholdsById households, CancellationToken ct) =>
        households.LoadAsync(id, ct);

    /// <summary>Who lives in it, the longest first.</summary>
    /// <param name="asOf">Today when absent.</param>
    public static async Task<IReadOnlyList<HouseholdMembership>> GetMembersAsync(
        [Parent] Household household,
        DateOnly? asOf,
        MembershipsByHousehold memberships,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var day = asOf ?? calendar.Today;
        return [.. (await memberships.LoadAsync(household.Id, ct)).Where(m => m.Days.Contains(day))];
    }

    /// <summary>Its home of today.</summary>
    public static async Task<Unit?> GetUnitAsync(
        [Parent] Household household,
        OccupanciesByHousehold occupancies,
        UnitsById units,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var all = await occupancies.LoadAsync(household.Id, ct);
        return all.FirstOrDefault(o => o.Primary && o.Days.Contains(calendar.Today)) is { } home
            ? await units.LoadAsync(home.UnitId, ct)
            : null;
    }

    /// <summary>Everywhere it has lived or will live, the latest first.</summary>
    public static async Task<IReadOnlyList<Occupancy>> GetOccupanciesAsync(
        [Parent] Household household,
        OccupanciesByHousehold occupancies,
        CancellationToken ct
    ) => await occupancies.LoadAsync(household.Id, ct);
}

[GraphQLName("HouseholdMember")]
[ObjectType<HouseholdMembership>(nameof(HouseholdMembership.From), nameof(HouseholdMembership.Until))]
public static class HouseholdMemberType
{
    [ID("HouseholdMember")]
    public static Guid GetId([Parent] HouseholdMembership membership) => membership.Id;

    public static async Task<Member> GetMemberAsync(
        [Parent] HouseholdMembership membership,
        MembersById members,
        CancellationToken ct
    ) => (await members.LoadAsync(membership.MemberId, ct))!;
}
