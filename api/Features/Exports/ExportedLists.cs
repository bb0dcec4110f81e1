using System.Runtime.CompilerServices;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Imports.Csv;
using Cooperator.Api.Features.Imports.Lists;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Exports;

/// <summary>The rows of each list. Member and unit lists have the columns an import reads: importing one changes nothing.</summary>
internal sealed class ExportedLists(CooperatorDbContext db)
{
    public static readonly string[] OccupancyColumns =
    [
        "building",
        "unit",
        "household",
        "member",
        "capacity",
        "primary",
        "from",
        "until",
        "recorded_at",
    ];

    public static readonly string[] HouseholdColumns = ["household", "member", "from", "until", "building", "unit"];

    public static string[] NamesOf(ImportColumn[] columns) => [.. columns.Select(column => column.Name)];

    public async IAsyncEnumerable<object?[]> MembersAsync(DateOnly today, [EnumeratorCancellation] CancellationToken ct)
    {
        var homes = await HomesToday.LoadAsync(db, today, ct);
        var members = await db
            .Members.AsNoTracking()
            .AsSplitQuery()
            .Include(m => m.Periods)
            .Include(m => m.RoleAssignments)
            .OrderBy(m => m.SortName)
            .ThenBy(m => m.Id)
            .ToListAsync(ct);
        foreach (var member in members)
        {
            var period = member.Periods.MaxBy(p => p.JoinedOn);
            var roles = member
                .RoleAssignments.Where(r => r.Until is null || r.Until >= today)
                .Select(r => r.Role)
                .Distinct()
                .Order();
            var home = homes.GetValueOrDefault(member.Id);
            yield return
            [
                member.Id,
                member.GivenName,
                member.FamilyName,
                member.Email,
                member.Phone,
                member.Language.ToString().ToUpperInvariant(),
                period?.JoinedOn,
                period?.LeftOn,
                string.Join('+', roles).ToUpperInvariant(),
                home?.Building,
                home?.Unit,
                home?.Household,
                home?.Since,
            ];
        }
    }

    public async IAsyncEnumerable<object?[]> UnitsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var units =
            from unit in db.Units
            join building in db.Buildings on unit.BuildingId equals building.Id
            orderby building.Name, unit.Number, unit.Id
            select new { unit, building };
        await foreach (var row in units.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return
            [
                row.building.Name,
                row.building.Address,
                row.unit.Number,
                row.unit.Type.ToString().ToUpperInvariant(),
                row.unit.Floor,
                row.unit.SizeSquareMetres,
                row.unit.Rooms,
                row.unit.Shares,
            ];
        }
    }

    public async IAsyncEnumerable<object?[]> OccupanciesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var occupancies =
            from occupancy in db.Occupancies.Known()
            join unit in db.Units on occupancy.UnitId equals unit.Id
            join building in db.Buildings on unit.BuildingId equals building.Id
            join h in db.Households on occupancy.HouseholdId equals h.Id into households
            from household in households.DefaultIfEmpty()
            join m in db.Members on occupancy.MemberId equals m.Id into members
            from member in members.DefaultIfEmpty()
            orderby building.Name, unit.Number, occupancy.From, occupancy.Id
            select new
            {
                occupancy,
                unit.Number,
                Building = building.Name,
                Household = household == null ? null : household.Name,
                Member = member == null ? null : member.DisplayName,
            };
        await foreach (var row in occupancies.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return
            [
                row.Building,
                row.Number,
                row.Household,
                row.Member,
                row.occupancy.Capacity.ToString().ToUpperInvariant(),
                row.occupancy.Primary,
                row.occupancy.From,
                row.occupancy.Until,
                row.occupancy.RecordedAt,
            ];
        }
    }

    public async IAsyncEnumerable<object?[]> HouseholdsAsync(
        DateOnly today,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var homes = await HomesToday.LoadAsync(db, today, ct);
        var memberships =
            from membership in db.HouseholdMemberships
            join household in db.Households on membership.HouseholdId equals household.Id
            join member in db.Members on membership.MemberId equals member.Id
            orderby household.Name, member.SortName, membership.From, membership.Id
            select new
            {
                Household = household.Name,
                member.DisplayName,
                membership,
            };
        await foreach (var row in memberships.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            var home = row.membership.Days.Contains(today) ? homes.GetValueOrDefault(row.membership.MemberId) : null;
            yield return
            [
                row.Household,
                row.DisplayName,
                row.membership.From,
                row.membership.Until,
                home?.Building,
                home?.Unit,
            ];
        }
    }
}
