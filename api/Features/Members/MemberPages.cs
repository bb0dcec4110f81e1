using Cooperator.Api.Database;
using Cooperator.Api.Database.Queries;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Querying;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Members;

/// <summary>
/// Pages of members with what a directory shows beside the names. Where that is both the standing and the home, one
/// statement reads both, and the fields of each member find them loaded.
/// </summary>
public sealed class MemberPages(CooperatorDbContext db, CoopCalendar calendar) : PageReader<Member>
{
    private static readonly string[] Standing = Below(
        "joinedOn",
        "leftOn",
        "status",
        "roles",
        "periods",
        "roleAssignments"
    );

    private static readonly string[] Home = Below("unit");

    internal static readonly PreparedQuery<IReadOnlyList<Guid>, DateOnly, DirectoryLine> Lines = new(
        static (db, members, day) =>
        {
            // Looked up for each line by its member, not joined: without statistics PostgreSQL would go through all homes for each.
            var memberships = db.HouseholdMemberships.AsOf(day);
            var homes = db.Occupancies.Known().AsOf(day).Where(o => o.Primary);
            var units = db.Set<Unit>();
            return db.StandingsOf(members)
                .SelectMany(
                    line =>
                        homes
                            .Where(o => o.MemberId == line.Period.MemberId)
                            .Concat(
                                memberships
                                    .Where(m => m.MemberId == line.Period.MemberId)
                                    .Join(homes, m => m.HouseholdId, o => o.HouseholdId, (m, o) => o)
                            )
                            .Join(units, o => o.UnitId, u => u.Id, (o, u) => u)
                            .DefaultIfEmpty(),
                    (line, home) =>
                        new
                        {
                            line.Period,
                            line.Role,
                            Home = home,
                        }
                )
                .OrderBy(line => line.Period.JoinedOn)
                .ThenBy(line => line.Role!.From)
                .ThenBy(line => line.Role!.Id)
                .ThenBy(line => line.Home!.Number)
                .Select(line => new DirectoryLine(line.Period, line.Role, line.Home));
        }
    );

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<Member>> ReadAsync(IQueryable<Member> rows, ResolverContext context)
    {
        var members = await rows.ToListAsync(context.CancellationToken);
        if (members.Count > 0 && Home.Any(context.IsSelected) && Standing.Any(context.IsSelected))
        {
            await LoadAsync([.. members.Select(m => m.Id)], context);
        }

        return members;
    }

    private async Task LoadAsync(IReadOnlyList<Guid> members, ResolverContext context)
    {
        var standings = new Standings();
        var homes = new Dictionary<Guid, Unit>(members.Count);
        await foreach (var line in Lines.Ask(db, members, calendar.Today).WithCancellation(context.CancellationToken))
        {
            standings.Add(line.Period, line.Role);
            if (line.Home is not null)
            {
                // Of several homes the first by number is the one to show.
                homes.TryAdd(line.Period.MemberId, line.Home);
            }
        }

        var (standingByMember, homeByMember) = (
            context.DataLoader<StandingByMember>(),
            context.DataLoader<HomeByMember>()
        );
        foreach (var member in members)
        {
            standingByMember.Set(member, standings.ByMember.GetValueOrDefault(member));
            homeByMember.Set(member, homes.GetValueOrDefault(member));
        }
    }

    private static string[] Below(params string[] fields) =>
        [.. fields.SelectMany(field => new[] { $"nodes.{field}", $"edges.node.{field}" })];

    internal sealed record DirectoryLine(MembershipPeriod Period, RoleAssignment? Role, Unit? Home);
}
