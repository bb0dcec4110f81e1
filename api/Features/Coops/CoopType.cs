using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Coops;

[ObjectType<Coop>(
    nameof(Coop.Id),
    nameof(Coop.Slug),
    nameof(Coop.Name),
    nameof(Coop.TimeZone),
    nameof(Coop.Currency),
    nameof(Coop.Locale),
    nameof(Coop.LegalForm)
)]
public static class CoopType
{
    [NodeResolver]
    [Authorize(Policy = Policies.Member)]
    public static Task<Coop?> GetCoopByIdAsync(Guid id, CooperatorDbContext db, CancellationToken ct) =>
        db.Coops.SingleOrDefaultAsync(c => c.Id == id && c.Id == db.Coop.RequiredId, ct);

    /// <summary>Members of today.</summary>
    public static Task<int> GetMemberCountAsync(CooperatorDbContext db, CoopCalendar calendar, CancellationToken ct) =>
        db.Members.WithStatus(MembershipStatus.Current, calendar.Today).CountAsync(ct);

    public static Task<int> GetUnitCountAsync(CooperatorDbContext db, CancellationToken ct) => db.Units.CountAsync(ct);

    /// <summary>Units nobody occupies today; common places are not counted.</summary>
    public static Task<int> GetVacantUnitCountAsync(
        CooperatorDbContext db,
        CoopCalendar calendar,
        CancellationToken ct
    ) => db.Units.Vacant(db, calendar.Today).CountAsync(ct);

    /// <summary>Households somebody lives in today.</summary>
    public static Task<int> GetHouseholdCountAsync(
        CooperatorDbContext db,
        CoopCalendar calendar,
        CancellationToken ct
    ) => db.Households.LivedIn(calendar.Today).CountAsync(ct);
}
