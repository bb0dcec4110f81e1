using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Members;

/// <summary>
/// The co-op's administrators, of whom there is always one. Two boards' members who release each other at once both
/// write the co-op's row here, so the second one runs again and is refused.
/// </summary>
public sealed class Administration(Coop coop, IReadOnlyCollection<RoleAssignment> admins)
{
    public static async Task<Administration> LoadAsync(CooperatorDbContext db, CancellationToken ct)
    {
        var coop = await db.Coops.AsTracking().SingleAsync(c => c.Id == db.Coop.RequiredId, ct);
        var admins = await db.RoleAssignments.AsTracking().Where(r => r.Role == Role.Admin).ToListAsync(ct);
        return new Administration(coop, admins);
    }

    /// <summary>Lets one administrator go after <paramref name="until"/>, if another one is in office then.</summary>
    internal void Release(RoleAssignment leaving, DateOnly until, DateOnly today)
    {
        var firstDayWithout = until.AddDays(1) > today ? until.AddDays(1) : today;
        var wasInOffice = leaving.Days.Contains(firstDayWithout);
        if (wasInOffice && !admins.Any(a => a.Id != leaving.Id && a.Days.Contains(firstDayWithout)))
        {
            throw new LastAdminException(firstDayWithout);
        }

        coop.AdministrationChanges();
    }
}
