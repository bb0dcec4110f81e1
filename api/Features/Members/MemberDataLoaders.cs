using Cooperator.Api.Database;
using Cooperator.Api.Database.Queries;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.GraphQL.DataLoaders;

namespace Cooperator.Api.Features.Members;

public sealed class MembersById(CooperatorDbContext db) : BatchDataLoader<Guid, Member>
{
    internal static readonly PreparedQuery<IReadOnlyList<Guid>, Member> Members = new(
        static (db, ids) => db.Members.Where(m => ids.Contains(m.Id))
    );

    protected override async Task<IReadOnlyDictionary<Guid, Member>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Members.Ask(db, keys).ToDictionaryAsync(m => m.Id, cancellationToken: cancellationToken);
}

/// <summary>
/// The standing of members by one statement: lists show most of it beside each other, and a second round trip would cost
/// more than the few rows that are read twice.
/// </summary>
public sealed class StandingByMember(CooperatorDbContext db) : BatchDataLoader<Guid, Standing>
{
    internal static readonly PreparedQuery<IReadOnlyList<Guid>, PeriodAndRole> Lines = new(
        static (db, members) =>
            db
                .MembershipPeriods.Where(p => members.Contains(p.MemberId))
                .LeftJoin(
                    db.RoleAssignments,
                    p => p.MemberId,
                    r => r.MemberId,
                    (p, r) => new PeriodAndRole { Period = p, Role = r }
                )
                .OrderBy(line => line.Period.JoinedOn)
                .ThenBy(line => line.Role!.From)
                .ThenBy(line => line.Role!.Id)
    );

    public async ValueTask<Standing> OfAsync(Member member, CancellationToken ct) =>
        await LoadAsync(member.Id, ct) ?? Standing.None;

    protected override async Task<IReadOnlyDictionary<Guid, Standing>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        var standings = new Standings();
        await foreach (var line in Lines.Ask(db, keys).WithCancellation(cancellationToken))
        {
            standings.Add(line.Period, line.Role);
        }

        return standings.ByMember;
    }
}

/// <summary>Where each member lives today: the household, if there is one.</summary>
public sealed class HouseholdByMember(CooperatorDbContext db, CoopCalendar calendar) : BatchDataLoader<Guid, Household>
{
    private sealed record HouseholdOf(Guid MemberId, Household Household);

    private static readonly PreparedQuery<IReadOnlyList<Guid>, DateOnly, HouseholdOf> Households = new(
        static (db, members, day) =>
            db
                .HouseholdMemberships.AsOf(day)
                .Where(m => members.Contains(m.MemberId))
                .Join(db.Households, m => m.HouseholdId, h => h.Id, (m, h) => new HouseholdOf(m.MemberId, h))
    );

    protected override async Task<IReadOnlyDictionary<Guid, Household>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) =>
        await Households
            .Ask(db, keys, calendar.Today)
            .ToDictionaryAsync(p => p.MemberId, p => p.Household, cancellationToken: cancellationToken);
}

/// <summary>The home of each member today, by an occupancy of their own or their household's.</summary>
public sealed class HomeByMember(CooperatorDbContext db, CoopCalendar calendar) : BatchDataLoader<Guid, Unit>
{
    internal static readonly PreparedQuery<IReadOnlyList<Guid>, DateOnly, UnitOf> Homes = new(
        static (db, members, day) => db.UnitsOf(members, day).OrderBy(h => h.Unit.Number)
    );

    protected override async Task<IReadOnlyDictionary<Guid, Unit>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        var homes = new Dictionary<Guid, Unit>();
        await foreach (var home in Homes.Ask(db, keys, calendar.Today).WithCancellation(cancellationToken))
        {
            // Of several homes the first by number is the one to show.
            homes.TryAdd(home.MemberId, home.Unit);
        }

        return homes;
    }
}

/// <summary>Members and their homes by one statement, for a field that is asked for both: the other loaders find theirs loaded.</summary>
public sealed class MembersAtHome(CooperatorDbContext db, CoopCalendar calendar) : BatchDataLoader<Guid, Member>
{
    internal static readonly PreparedQuery<IReadOnlyList<Guid>, DateOnly, MemberAtHome> Members = new(
        static (db, ids, day) =>
            db
                .Members.Where(m => ids.Contains(m.Id))
                .LeftJoin(
                    db.UnitsOf(ids, day).Join(db.Buildings, h => h.Unit.BuildingId, b => b.Id, (h, b) => new { h, b }),
                    m => m.Id,
                    home => home.h.MemberId,
                    (m, home) => new { Member = m, Home = home }
                )
                .OrderBy(row => row.Home!.h.Unit.Number)
                .Select(row => new MemberAtHome(row.Member, row.Home!.h.Unit, row.Home.b))
    );

    protected override async Task<IReadOnlyDictionary<Guid, Member>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        var members = new Dictionary<Guid, Member>();
        await foreach (var row in Members.Ask(db, keys, calendar.Today).WithCancellation(cancellationToken))
        {
            members.TryAdd(row.Member.Id, row.Member);
            Loader<HomeByMember>().Set(row.Member.Id, row.Unit);
            if (row.Building is not null)
            {
                Loader<BuildingsById>().Set(row.Building.Id, row.Building);
            }
        }

        return members;
    }

    internal sealed record MemberAtHome(Member Member, Unit? Unit, Building? Building);
}
