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
        await db.JoinAsync(household, [.. wanted.MemberIds.Distinct()], from, ct);
        db.Households.Add(household);
        return household;
    }

    /// <inheritdoc cref="FormAsync"/>
    public static async Task JoinAsync(
        this CooperatorDbContext db,
        Household household,
        IReadOnlyList<Guid> memberIds,
        DateOnly from,
        CancellationToken ct
    )
    {
        var members = await db
            .Members.Include(m => m.Periods)
            .Where(m => memberIds.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, ct);
        var memberships = await db.HouseholdMemberships.Where(m => memberIds.Contains(m.MemberId)).ToListAsync(ct);
        var others = memberships.ToLookup(m => m.MemberId);
        foreach (var id in memberIds)
        {
            var member = members.GetValueOrDefault(id) ?? throw new MemberNotFoundException();
            // Who is known to leave lives here for the time that is left.
            var days = new DaySpan(from, member.LeavesAfter(from));
            member.RelyOnMembership(days);
            household.Join(member, days, [.. others[id]]);
        }
    }
}
