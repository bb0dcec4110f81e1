using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Households;

/// <summary>A household that begins with what it is wanted for.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="MemberIds">Who begins to live together.</param>
public sealed record NewHousehold(string Name, [property: ID<Member>] IReadOnlyList<Guid> MemberIds);

/// <summary>How households come to be and grow, whichever mutation asks for it.</summary>
internal static class HouseholdForming
{
    /// <exception cref="MemberNotFoundException">Somebody of it is not there.</exception>
    /// <exception cref="MembershipNotCurrentException">Somebody of it is no member then.</exception>
    /// <exception cref="AlreadyInHouseholdException">Somebody of it lives in another one then.</exception>
    public static async Task<Household> FormAsync(
        this CooperatorDbContext db,
        NewHousehold wanted,
        DateOnly from,
        CancellationToken ct
    )
    {
        var household = Household.Form(wanted.Name);
        foreach (var memberId in wanted.MemberIds.Distinct())
        {
            await db.JoinAsync(household, memberId, from, ct);
        }

        db.Households.Add(household);
        return household;
    }

    public static async Task JoinAsync(
        this CooperatorDbContext db,
        Household household,
        Guid memberId,
        DateOnly from,
        CancellationToken ct
    )
    {
        var member =
            await db.Members.Include(m => m.Periods).SingleOrDefaultAsync(m => m.Id == memberId, ct)
            ?? throw new MemberNotFoundException();
        var days = new DaySpan(from, null);
        member.RequireMembership(days);
        var others = await db.HouseholdMemberships.Where(m => m.MemberId == memberId).ToListAsync(ct);
        household.Join(member, days, others);
    }
}
