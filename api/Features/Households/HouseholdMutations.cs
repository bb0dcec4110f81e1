using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Households;

[MutationType]
[Authorize(Policy = Policies.Admin)]
[Error<InvalidInputException>]
public static class HouseholdMutations
{
    /// <summary>Members begin to live together.</summary>
    [Error<MemberNotFoundException>]
    [Error<MembershipNotCurrentException>]
    [Error<AlreadyInHouseholdException>]
    public static Task<Household> FormHouseholdAsync(
        string name,
        [ID<Member>] IReadOnlyList<Guid> memberIds,
        DateOnly from,
        CooperatorDbContext db,
        CancellationToken ct
    ) => db.FormAsync(new NewHousehold(name, memberIds), from, ct);

    [Error<HouseholdNotFoundException>]
    public static async Task<Household> RenameHouseholdAsync(
        [ID<Household>] Guid householdId,
        string name,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var household = await db.LoadHouseholdAsync(householdId, ct);
        household.Rename(name);
        return household;
    }

    [Error<HouseholdNotFoundException>]
    [Error<MemberNotFoundException>]
    [Error<MembershipNotCurrentException>]
    [Error<AlreadyInHouseholdException>]
    public static async Task<Household> JoinHouseholdAsync(
        [ID<Household>] Guid householdId,
        [ID<Member>] Guid memberId,
        DateOnly from,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var household = await db.LoadHouseholdAsync(householdId, ct);
        await db.JoinAsync(household, [memberId], from, ct);
        return household;
    }

    /// <summary>
    /// A member moves on; <paramref name="until"/> is the last day in the household. The last one of a home moves out first.
    /// </summary>
    [Error<HouseholdNotFoundException>]
    [Error<NotInHouseholdException>]
    [Error<HouseholdStillLivesHereException>]
    public static async Task<Household> LeaveHouseholdAsync(
        [ID<Household>] Guid householdId,
        [ID<Member>] Guid memberId,
        DateOnly until,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var household = await db.LoadHouseholdAsync(householdId, ct);
        var givenUp = household.DaysGivenUp(memberId, until);
        household.Leave(memberId, until, await db.HomeDesertedAsync(household, memberId, givenUp, ct));
        return household;
    }

    /// <summary>All members move on; <paramref name="until"/> is their last day together. A home is moved out of first.</summary>
    [Error<HouseholdNotFoundException>]
    [Error<HouseholdStillLivesHereException>]
    public static async Task<Household> DissolveHouseholdAsync(
        [ID<Household>] Guid householdId,
        DateOnly until,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var household = await db.LoadHouseholdAsync(householdId, ct);
        household.Dissolve(until, await db.HomeAfterAsync(householdId, until, ct));
        return household;
    }
}
