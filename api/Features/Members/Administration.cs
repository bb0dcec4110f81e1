using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Members;

/// <summary>
/// The co-op's administrators, of whom there is always one who can sign in. Two boards' members who release each other at
/// once both write the co-op's row here, so the second one runs again and is refused.
/// </summary>
/// <param name="coop">Whose they are.</param>
/// <param name="holders">Whoever holds the office on any day, with their roles.</param>
public sealed class Administration(Coop coop, IReadOnlyCollection<Member> holders)
{
    public static async Task<Administration> LoadAsync(CooperatorDbContext db, CancellationToken ct)
    {
        var coop = await db.Coops.AsTracking().SingleAsync(c => c.Id == db.Coop.RequiredId, ct);
        var holders = await db
            .Members.AsTracking()
            .Include(m => m.RoleAssignments)
            .AsSingleQuery()
            .Where(m => m.RoleAssignments.Any(r => r.Role == Role.Admin))
            .ToListAsync(ct);
        return new Administration(coop, holders);
    }

    /// <summary>
    /// Lets one administrator go after <paramref name="until"/>, if others are in office on all of the days that are given
    /// up. Days that have passed are given up as well, but nobody can stand in for them.
    /// </summary>
    internal void Release(RoleAssignment leaving, DateOnly until, DateOnly today)
    {
        var next = until.AddDays(1) > today ? until.AddDays(1) : today;
        if (IsRelied(leaving) && leaving.Days.And(new DaySpan(next, null)) is { } givenUp)
        {
            var others = OfThoseWhoSignIn().Where(o => o.Id != leaving.Id).Select(o => o.Days);
            if (givenUp.FirstDayOutside(others) is { } without)
            {
                throw new LastAdminException(without);
            }
        }

        coop.AdministrationChanges();
    }

    // A list can tell of somebody who was on the board and has left: nobody counted on that office.
    private bool IsRelied(RoleAssignment office) => holders.Any(m => m.Id == office.MemberId);

    private IEnumerable<RoleAssignment> OfThoseWhoSignIn() =>
        holders.Where(m => m.AccountId is not null).SelectMany(m => m.RoleAssignments).Where(r => r.Role == Role.Admin);
}
