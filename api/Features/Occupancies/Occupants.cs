using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Occupancies;

/// <summary>
/// A home counts on whoever lives there: the member belongs to the co-op, and somebody to the household, on all of its
/// days.
/// </summary>
internal static class Occupants
{
    public static async Task<Occupant> MovingInAsync(
        this CooperatorDbContext db,
        MoveInInput input,
        DaySpan days,
        CancellationToken ct
    ) =>
        (input.HouseholdId, input.MemberId, input.NewHousehold) switch
        {
            ({ } id, null, null) => Settle(await db.LoadHouseholdAsync(id, ct), days),
            (null, { } id, null) => Settle(await db.LoadMemberAsync(id, ct), days),
            (null, null, { } wanted) => Settle(await db.FormAsync(wanted, days.From, ct), days),
            _ => throw new InvalidInputException(InputFaultCode.NotOneOccupant, "householdId"),
        };

    /// <summary>Whoever lives there does so on other days than was known.</summary>
    public static async Task StayAsync(
        this CooperatorDbContext db,
        Occupancy occupancy,
        DaySpan days,
        CancellationToken ct
    )
    {
        if (occupancy.MemberId is { } memberId)
        {
            (await db.LoadMemberAsync(memberId, ct)).RelyOnMembership(days);
        }

        if (occupancy.HouseholdId is { } householdId)
        {
            // What is known of earlier years need not be without gaps, and can be corrected all the same.
            (await db.LoadHouseholdAsync(householdId, ct)).RelyOnMembers(days, already: occupancy.Days);
        }
    }

    private static Occupant Settle(Household household, DaySpan days)
    {
        household.RelyOnMembers(days);
        return Occupant.Of(household);
    }

    private static Occupant Settle(Member member, DaySpan days)
    {
        member.RelyOnMembership(days);
        return Occupant.Of(member);
    }
}
