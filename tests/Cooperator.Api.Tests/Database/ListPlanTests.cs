using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Database.Queries;
using Cooperator.Api.Features.Comments;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Hours;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Tasks;
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
            ["periods and roles of a page of members"] = (db, h) => StandingByMember.Lines.Build(db, h.Page),
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
            ["a column of the board"] = (db, _) =>
                db.Tasks.Where(t => t.Column == TaskColumn.Todo).OrderBy(t => t.Rank).ThenBy(t => t.Id).Take(51),
            ["what was done, the latest first"] = (db, _) =>
                db.Tasks.Where(t => t.Column == TaskColumn.Done).OrderBy(t => t.Rank).ThenBy(t => t.Id).Take(51),
            ["what was done, a later page"] = (db, _) =>
                // As the engine writes it.
                db
                    .Tasks.Where(t =>
                        t.Column == TaskColumn.Done
                        && t.Rank.CompareTo(LargeHouse.MiddleRank) >= 0
                        && (t.Rank.CompareTo(LargeHouse.MiddleRank) > 0 || t.Rank == LargeHouse.MiddleRank)
                    )
                    .OrderBy(t => t.Rank)
                    .ThenBy(t => t.Id)
                    .Take(51),
            ["the gap at the end of a column"] = (db, _) => BoardPlaces.LastRank.Build(db, TaskColumn.Done, Guid.Empty),
            ["the gap beside a card"] = (db, h) => BoardPlaces.Neighbours.Build(db, h.Page[..2], h.Page[2]),
            ["tasks, newest first"] = (db, _) =>
                db.Tasks.OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id).Take(51),
            ["tasks by day"] = (db, _) => db.Tasks.OrderBy(t => t.DueOn).ThenBy(t => t.Id).Take(51),
            ["tasks by title"] = (db, _) => db.Tasks.OrderBy(t => t.Title).ThenBy(t => t.Id).Take(51),
            ["tasks by when they were done"] = (db, _) =>
                db.Tasks.OrderByDescending(t => t.CompletedAt).ThenByDescending(t => t.Id).Take(51),
            ["tasks that are due in some days"] = (db, _) =>
                db
                    .Tasks.Where(t => t.DueOn >= Today && t.DueOn <= Today.AddDays(7))
                    .OrderBy(t => t.DueOn)
                    .ThenBy(t => t.Id)
                    .Take(51),
            ["what a member has to do"] = (db, h) =>
                db
                    .Tasks.Where(t => t.Column != TaskColumn.Done && t.Assignments.Any(a => a.MemberId == h.AnyMember))
                    .OrderBy(t => t.DueOn)
                    .ThenBy(t => t.Id)
                    .Take(51),
            ["how much a member has to do"] = (db, h) =>
                db.TaskAssignments.Active(db).Where(a => a.MemberId == h.AnyMember),
            ["tasks with a label"] = (db, h) =>
                db
                    .Tasks.Where(t => t.Labelings.Any(l => l.LabelId == h.AnyLabel))
                    .OrderByDescending(t => t.CreatedAt)
                    .ThenByDescending(t => t.Id)
                    .Take(51),
            ["tasks that nobody has"] = (db, _) =>
                db
                    .Tasks.Where(t => !t.Assignments.Any())
                    .OrderByDescending(t => t.CreatedAt)
                    .ThenByDescending(t => t.Id)
                    .Take(51),
            ["who has the tasks of a page"] = (db, h) => AssigneesByTask.Assignees.Build(db, h.Page),
            ["assignments of the tasks of a page"] = (db, h) => AssignmentsByTask.Assignments.Build(db, h.Page),
            ["labels of a page of tasks"] = (db, h) => db.TaskLabelings.Where(l => h.Page.Contains(l.TaskId)),
            ["checklists of a page of tasks"] = (db, h) => ChecklistByTask.Items.Build(db, h.Page),
            ["comments of a page of tasks"] = (db, h) => CommentCountByTask.Counts.Build(db, h.Page),
            ["the ledger of a member"] = (db, h) =>
                db
                    .HoursLines.Where(l => l.MemberId == h.AnyMember)
                    .OrderByDescending(l => l.WorkedOn)
                    .ThenByDescending(l => l.Id)
                    .Take(51),
            ["what a page of members has done in a period"] = (db, h) =>
                WorkedHours.Sums.Build(db, [h.AnyPeriod], h.Page),
            ["the roster"] = (db, _) =>
                db.DutyOccurrences.Where(o => o.DueOn >= Today).OrderBy(o => o.DueOn).ThenBy(o => o.Id).Take(51),
            ["the roster of a duty"] = (db, h) =>
                db
                    .DutyOccurrences.Where(o => o.DueOn >= Today && o.DutyId == h.AnyDuty)
                    .OrderBy(o => o.DueOn)
                    .ThenBy(o => o.Id)
                    .Take(51),
            ["the roster of a member"] = (db, h) =>
            {
                var held = db.TaskAssignments.Where(a => a.MemberId == h.AnyMember);
                return db
                    .DutyOccurrences.Where(o => o.DueOn >= Today && held.Any(a => a.TaskId == o.TaskId))
                    .OrderBy(o => o.DueOn)
                    .ThenBy(o => o.Id)
                    .Take(51);
            },
            ["when each member last had a duty"] = (db, h) =>
                db
                    .DutyOccurrences.Where(o => o.DutyId == h.AnyDuty)
                    .GroupBy(o => o.PlannedMemberId)
                    .Select(g => new { g.Key, DueOn = g.Max(o => o.DueOn) }),
            ["open offers"] = (db, _) =>
                db
                    .DutySwaps.Where(s => s.State == DutySwapState.Offered && s.DueOn >= Today)
                    .OrderBy(s => s.DueOn)
                    .ThenBy(s => s.Id)
                    .Take(51),
            ["duties of a page of tasks"] = (db, h) => DutyOccurrenceByTask.Occurrences.Build(db, h.Page),
            ["offers of a page of days"] = (db, h) => OpenSwapByOccurrence.Swaps.Build(db, h.Page),
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

    [Fact]
    public async Task A_search_for_tasks_looks_at_the_rows_of_its_own_co_op_only()
    {
        var plan = await large.House.ReadAsync(
            large.Coop,
            db =>
                ExplainAsync(
                    db,
                    db.Tasks.Matching("there is no such task")
                        .OrderByDescending(t => t.CreatedAt)
                        .ThenByDescending(t => t.Id)
                        .Take(51)
                )
        );

        using var json = JsonDocument.Parse(plan);
        var touched = Touched(json.RootElement[0].GetProperty("Plan"), "tasks");
        Assert.InRange(touched, LargeHouse.Size, LargeHouse.Size + 100);
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

/// <summary>A co-op with 20,000 members and as many of the rest, half of the tasks done, beside a second one of the same size.</summary>
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
        INSERT INTO tasks (id, coop_id, title, description, board_column, rank, due_on, created_by_id, created_at, completed_at)
            SELECT id, coop_id, family_name, 'To be done', CASE WHEN n % 2 = 0 THEN 'DONE' ELSE 'TODO' END,
                'c' || lpad(n::text, 6, '0') || 'x', '2020-01-01'::date + (n % 4000)::int, id, now() - n * interval '1 minute',
                CASE WHEN n % 2 = 0 THEN now() - n * interval '1 second' END
            FROM (SELECT m.*, row_number() OVER () AS n FROM members m) m;
        INSERT INTO task_assignments (id, coop_id, task_id, member_id, assigned_by_id, assigned_at)
            SELECT gen_random_uuid(), coop_id, id, created_by_id, created_by_id, created_at FROM tasks WHERE substr(rank, 7, 1) <> '5';
        INSERT INTO task_labels (id, coop_id, name, colour) SELECT gen_random_uuid(), $1, 'L' || n, 'RED' FROM generate_series(1, 10) n;
        INSERT INTO task_labelings (id, coop_id, task_id, label_id)
            SELECT gen_random_uuid(), t.coop_id, t.id, l.id FROM tasks t JOIN task_labels l ON l.name = 'L' || (1 + ascii(substr(t.title, 4)) % 10);
        INSERT INTO checklist_items (id, coop_id, task_id, text, done, position)
            SELECT gen_random_uuid(), coop_id, id, 'Step ' || n, n = 1, n FROM tasks, generate_series(1, 2) n;
        INSERT INTO comments (id, coop_id, task_id, author_id, body, created_at)
            SELECT gen_random_uuid(), coop_id, id, created_by_id, 'Well done', created_at FROM tasks;
        INSERT INTO hours_periods (id, coop_id, name, valid_from, valid_until, quota_hours)
            SELECT gen_random_uuid(), $1, 'P' || n, '2000-01-01'::date + 30 * n, '2000-01-30'::date + 30 * n, 2 FROM generate_series(0, 400) n;
        INSERT INTO hours_lines (id, coop_id, member_id, kind, hours, worked_on, recorded_at)
            SELECT gen_random_uuid(), coop_id, id, 'MEETING', 2, '2025-11-01'::date + 60 * n, now() FROM members, generate_series(1, 3) n;
        INSERT INTO duties (id, coop_id, title, rule, first_on, lead_days, created_by_id)
            SELECT id, coop_id, given_name, 'FREQ=DAILY', '2020-01-01'::date, 28, id FROM members LIMIT 100;
        INSERT INTO duty_occurrences (id, coop_id, duty_id, due_on, planned_member_id, task_id)
            SELECT t.id, t.coop_id, d.id, '2025-11-01'::date + (t.n / 100)::int, t.created_by_id, t.id
            FROM (SELECT *, row_number() OVER () AS n FROM tasks) t
            JOIN (SELECT id, row_number() OVER () AS n FROM duties) d ON d.n = 1 + t.n % 100;
        INSERT INTO duty_swaps (id, coop_id, occurrence_id, due_on, offered_by_id, state, offered_at)
            SELECT gen_random_uuid(), coop_id, id, due_on, planned_member_id, CASE WHEN due_on > '2026-05-01' THEN 'OFFERED' ELSE 'ACCEPTED' END, now()
            FROM duty_occurrences;
        """;

    public const int Size = 20_000;

    private static readonly DateOnly Day = new(2026, 5, 4);

    internal TestHouse House { get; } = new(server);

    internal Coop Coop { get; private set; } = null!;

    internal List<Guid> Page { get; private set; } = [];

    internal List<Guid> UnitPage => Page;

    internal Guid AnyMember => Page[0];

    internal Guid AnyLabel { get; private set; }

    internal Guid AnyPeriod { get; private set; }

    internal Guid AnyDuty { get; private set; }

    internal static string MiddleRank => "c010000x";

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
        AnyPeriod = await House.ReadAsync(
            Coop,
            db => db.HoursPeriods.Where(p => p.From <= Day && p.Until >= Day).Select(p => p.Id).SingleAsync()
        );
        AnyDuty = await House.ReadAsync(Coop, db => db.Duties.Select(d => d.Id).FirstAsync());
        AnyLabel = await House.ReadAsync(Coop, db => db.TaskLabelings.Select(l => l.LabelId).FirstAsync());
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
