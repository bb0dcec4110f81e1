using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Database.Queries;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cooperator.Api.Tests.Database;

/// <summary>A list's cost does not grow with the co-op: no plan reads a whole tenant table.</summary>
public sealed class ListPlanTests(LargeHouse large) : IClassFixture<LargeHouse>
{
    private static readonly DateOnly Today = new(2026, 5, 4);

    public static TheoryData<string> Names => [.. Lists.Keys];

    private static Dictionary<string, Func<CooperatorDbContext, LargeHouse, IQueryable>> Lists { get; } =
        new()
        {
            ["members, first page"] = (db, _) => db.Members.OrderBy(m => m.SortName).ThenBy(m => m.Id).Take(51),
            ["members, a later page"] = (db, h) =>
                // As the engine writes it.
                db
                    .Members.Where(m =>
                        m.SortName.CompareTo(LargeHouse.MiddleName) >= 0
                        && (
                            m.SortName.CompareTo(LargeHouse.MiddleName) > 0
                            || (m.SortName == LargeHouse.MiddleName && m.Id.CompareTo(h.AnyMember) > 0)
                        )
                    )
                    .OrderBy(m => m.SortName)
                    .ThenBy(m => m.Id)
                    .Take(51),
            ["current members"] = (db, _) =>
                db
                    .Members.Where(m =>
                        m.Periods.Any(p => p.JoinedOn <= Today && (p.LeftOn == null || p.LeftOn >= Today))
                    )
                    .OrderBy(m => m.SortName)
                    .ThenBy(m => m.Id)
                    .Take(51),
            ["roles of a page of members"] = (db, h) => RolesByMember.Roles.Build(db, h.Page),
            ["periods of a page of members"] = (db, h) => PeriodsByMember.Periods.Build(db, h.Page),
            ["households of a page of members"] = (db, h) =>
                db.HouseholdMemberships.Where(m => h.Page.Contains(m.MemberId)),
            ["homes of a page of members"] = (db, h) => HomeByMember.Homes.Build(db, h.Page, Today),
            ["a member with the home"] = (db, h) => MembersAtHome.Members.Build(db, [h.AnyMember], Today),
            ["everywhere a page of members lived"] = (db, h) =>
                db
                    .Occupancies.Known()
                    .Where(o => h.Page.Contains(o.MemberId!.Value) || h.Page.Contains(o.HouseholdId!.Value))
                    .OrderByDescending(o => o.From)
                    .ThenByDescending(o => o.Id),
            ["units, building after building"] = (db, _) =>
                db.Units.OrderBy(u => u.BuildingId).ThenBy(u => u.Number).ThenBy(u => u.Id).Take(51),
            ["units by number"] = (db, _) => db.Units.OrderBy(u => u.Number).ThenBy(u => u.Id).Take(51),
            ["households by name"] = (db, _) => db.Households.OrderBy(h => h.Name).ThenBy(h => h.Id).Take(51),
            ["occupancies of a page of units"] = (db, h) =>
                db.Occupancies.Known().Where(o => h.UnitPage.Contains(o.UnitId)),
            ["occupancies of a page of members"] = (db, h) =>
                db.Occupancies.Known().Where(o => h.Page.Contains(o.MemberId!.Value)),
            ["occupancies as of a day, newest first"] = (db, _) =>
                db.Occupancies.Known().AsOf(Today).OrderByDescending(o => o.From).ThenByDescending(o => o.Id).Take(51),
            ["activity, newest first"] = (db, _) => db.Events.OrderByDescending(e => e.Id).Take(51),
            ["activity of one subject"] = (db, h) =>
                db
                    .Events.Where(e => e.SubjectType == "member" && e.SubjectId == h.AnyMember)
                    .OrderByDescending(e => e.Id)
                    .Take(51),
            ["latest activity of a page of members"] = LatestActivity,
        };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_list_touches_no_more_rows_than_it_needs(string list)
    {
        var plan = await large.House.ReadAsync(large.Coop, db => ExplainAsync(db, Lists[list](db, large)));

        Assert.DoesNotContain("\"Seq Scan\"", plan, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(plan);
        Assert.True(Touched(json.RootElement[0].GetProperty("Plan")) < 3000, plan);
    }

    // As the engine writes it.
    private static IQueryable LatestActivity(CooperatorDbContext db, LargeHouse large)
    {
        var events = db.Events.Where(e => e.SubjectType == "member");
        return db.RowsOf(large.Page)
            .SelectMany(
                id => events.Where(e => e.SubjectId == id && e.SubjectId >= id).OrderByDescending(e => e.Id).Take(4),
                (id, happened) => new { id, happened }
            )
            .OrderBy(row => row.id)
            .ThenByDescending(row => row.happened.Id);
    }

    [Fact]
    public async Task A_search_looks_at_the_rows_of_its_own_co_op_only()
    {
        var viewer = new MemberViewer(large.AnyMember, SeesAllContacts: true, SeesSharedContacts: true);
        var plan = await large.House.ReadAsync(
            large.Coop,
            db =>
                ExplainAsync(
                    db,
                    db.Members.Matching("nobody is called so", db, viewer, Today)
                        .OrderBy(m => m.SortName)
                        .ThenBy(m => m.Id)
                        .Take(51)
                )
        );

        using var json = JsonDocument.Parse(plan);
        var touched = Touched(json.RootElement[0].GetProperty("Plan"), "members");
        Assert.InRange(touched, LargeHouse.Size, LargeHouse.Size + 100);
    }

    /// <summary>The rows that were read from tables, those that a filter then dropped included.</summary>
    private static double Touched(JsonElement node, string? table = null)
    {
        var loops = Number(node, "Actual Loops");
        var own =
            node.TryGetProperty("Relation Name", out var name) && (table is null || name.ValueEquals(table))
                ? loops * (Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter"))
                : 0;
        return node.TryGetProperty("Plans", out var inner)
            ? own + inner.EnumerateArray().Sum(n => Touched(n, table))
            : own;
    }

    private static double Number(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    private static async Task<string> ExplainAsync(CooperatorDbContext db, IQueryable query)
    {
        // The first command tells the transaction its co-op.
        await db.Coops.AnyAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN (ANALYZE, FORMAT JSON) " + command.CommandText;
        return (string)(await command.ExecuteScalarAsync())!;
    }
}

/// <summary>A co-op with 20,000 members and as many of the rest, beside a second one of the same size.</summary>
public sealed class LargeHouse(DatabaseServer server) : IAsyncLifetime
{
    private const string Rows = """
        INSERT INTO members (id, coop_id, given_name, family_name, display_name, sort_name, language, email_visibility, phone_visibility)
            SELECT gen_random_uuid(), $1, 'G' || n, 'F' || n, 'G' || n || ' F' || n, 'F' || n || ', G' || n, 'DE', 'BOARD', 'BOARD'
            FROM generate_series(1, 20000) n;
        INSERT INTO membership_periods (id, coop_id, member_id, joined_on) SELECT gen_random_uuid(), coop_id, id, '2020-01-01' FROM members;
        INSERT INTO role_assignments (id, coop_id, member_id, role, valid_from) SELECT gen_random_uuid(), coop_id, id, 'RESIDENT', '2020-01-01' FROM members;
        INSERT INTO households (id, coop_id, name) SELECT id, coop_id, family_name FROM members;
        INSERT INTO household_memberships (id, coop_id, household_id, member_id, valid_from) SELECT gen_random_uuid(), coop_id, id, id, '2020-01-01' FROM members;
        INSERT INTO buildings (id, coop_id, name) SELECT gen_random_uuid(), $1, 'B';
        INSERT INTO units (id, coop_id, building_id, number, type, shares)
            SELECT m.id, m.coop_id, b.id, m.family_name, 'FLAT', 1 FROM members m, buildings b;
        INSERT INTO occupancies (id, coop_id, unit_id, member_id, capacity, is_primary, valid_from, recorded_at)
            SELECT gen_random_uuid(), coop_id, id, id, 'TENANT', true, '2020-01-01'::date + (random() * 2000)::int, now() FROM members;
        INSERT INTO event_log (coop_id, at, kind, subject_type, subject_id, payload)
            SELECT coop_id, now(), 'member.joined', 'member', id, '{}' FROM members;
        """;

    public const int Size = 20_000;

    internal TestHouse House { get; } = new(server);

    internal Coop Coop { get; private set; } = null!;

    internal List<Guid> Page { get; private set; } = [];

    internal List<Guid> UnitPage => Page;

    internal Guid AnyMember => Page[0];

    internal static string MiddleName => "F15000, G15000";

    public async ValueTask InitializeAsync()
    {
        await House.InitializeAsync();
        await FillAsync(await House.AddCoopAsync("other"));
        Coop = await House.AddCoopAsync("large");
        await FillAsync(Coop);
        await using var owner = NpgsqlDataSource.Create(House.Connections.Owner);
        await using var analyze = owner.CreateCommand("ANALYZE");
        await analyze.ExecuteNonQueryAsync();
        Page = await House.ReadAsync(
            Coop,
            db => db.Members.OrderBy(m => m.SortName).Select(m => m.Id).Take(50).ToListAsync()
        );
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private async Task FillAsync(Coop coop)
    {
        await using var app = NpgsqlDataSource.Create(House.Connections.App);
        await using var connection = await app.OpenConnectionAsync();
        var sql = $"SELECT set_config('app.coop_id', '{coop.Id}', false);" + Rows.Replace("$1", $"'{coop.Id}'::uuid");
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }
}
