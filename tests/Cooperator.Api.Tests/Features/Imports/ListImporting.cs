using System.Globalization;
using System.Text;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Exports;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Imports;
using Cooperator.Api.Features.Imports.Lists;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Tests.Features.Imports;

/// <summary>Lists as boards have them, taken over into a real database.</summary>
public sealed class ListImporting(TestHouse house) : IClassFixture<TestHouse>
{
    private const string Units = """
        Haus;Nr;Etage;Fläche;Zimmer;Art
        Vorderhaus;1;0;61,5;2,5;Wohnung
        Vorderhaus;2;1;74;3;Wohnung
        Hinterhaus;1;0;55;2;
        Hinterhaus;Keller 3;-1;6;;Keller
        """;

    private const string People = """
        Vorname;Nachname;E-Mail;Eintritt;Rolle;Haus;Wohnung;Einzug
        Alma;Öztürk;alma@example.org;1.4.2019;Vorstand;Vorderhaus;1;
        Kemal;Öztürk;;1.4.2019;;Vorderhaus;1;
        王;小明;;2020-02-01;;Vorderhaus;2;15.2.2020
        Jo;;jo@example.org;3.3.2021;;Hinterhaus;1;
        """;

    [Fact]
    public async Task A_list_of_units_makes_buildings_and_units()
    {
        var coop = await house.AddCoopAsync("units");

        var import = await ImportAsync(coop, ImportKind.Units, Units);

        Assert.Equal(
            (ImportState.Applied, 4, 4, 0),
            (import.State, import.Report.RowCount, import.Report.NewCount, import.Report.Faults.Count)
        );
        var units = await house.ReadAsync(coop, db => db.Units.OrderBy(u => u.SizeSquareMetres).ToListAsync());
        Assert.Equal(["Keller 3", "1", "1", "2"], units.Select(u => u.Number));
        Assert.Equal([UnitType.Storage, UnitType.Flat, UnitType.Flat, UnitType.Flat], units.Select(u => u.Type));
        Assert.Equal(2.5m, units[2].Rooms);
    }

    [Fact]
    public async Task A_list_of_members_makes_members_households_and_homes()
    {
        var coop = await house.AddCoopAsync("members");
        await ImportAsync(coop, ImportKind.Units, Units);

        var import = await ImportAsync(coop, ImportKind.Members, People);

        Assert.Empty(import.Report.Faults);
        var members = await house.ReadAsync(
            coop,
            db => db.Members.Include(m => m.RoleAssignments).OrderBy(m => m.GivenName).ToListAsync()
        );
        Assert.Equal(["Alma Öztürk", "Jo", "Kemal Öztürk", "王 小明"], members.Select(m => m.DisplayName));
        Assert.Equal(Role.Admin, members[0].RoleAssignments.Single().Role);
        var homes = await house.ReadAsync(
            coop,
            db =>
                (
                    from occupancy in db.Occupancies
                    join unit in db.Units on occupancy.UnitId equals unit.Id
                    join household in db.Households on occupancy.HouseholdId equals household.Id
                    orderby occupancy.From
                    select new
                    {
                        unit.Number,
                        household.Name,
                        occupancy.From,
                        People = household.Memberships.Count,
                    }
                ).ToListAsync()
        );
        Assert.Equal(
            [("1", "Öztürk", "2019-04-01", 2), ("2", "小明", "2020-02-15", 1), ("1", "Jo", "2021-03-03", 1)],
            homes.Select(h => (h.Number, h.Name, $"{h.From:yyyy-MM-dd}", h.People))
        );
    }

    [Fact]
    public async Task The_same_list_again_changes_nothing()
    {
        var coop = await house.AddCoopAsync("again");
        await ImportAsync(coop, ImportKind.Units, Units);
        await ImportAsync(coop, ImportKind.Members, People);
        var events = await CountEventsAsync(coop);

        var units = await ImportAsync(coop, ImportKind.Units, Units);
        var people = await ImportAsync(coop, ImportKind.Members, People);

        Assert.Equal((4, 4), (units.Report.UnchangedCount, people.Report.UnchangedCount));
        // The two imports themselves.
        Assert.Equal(events + 2, await CountEventsAsync(coop));
    }

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        var coop = await house.AddCoopAsync("dry");
        var events = await CountEventsAsync(coop);

        var import = await UploadAsync(coop, ImportKind.Units, Units);

        Assert.Equal((ImportState.Ready, 4), (import.State, import.Report.NewCount));
        Assert.Equal(0, await house.ReadAsync(coop, db => db.Units.CountAsync()));
        Assert.Equal(0, await house.ReadAsync(coop, db => db.Buildings.CountAsync()));
        Assert.Equal(events, await CountEventsAsync(coop));
    }

    [Fact]
    public async Task Every_bad_row_is_named_and_nothing_is_imported()
    {
        var coop = await house.AddCoopAsync("faults");
        await ImportAsync(coop, ImportKind.Units, Units);

        var import = await UploadAsync(
            coop,
            ImportKind.Members,
            """
            Vorname;Nachname;E-Mail;Eintritt;Austritt;Haus;Wohnung
            Ada;Berg;ada@example.org;1.1.2020;;;
            ;;niemand@example.org;1.1.2020;;;
            Ben;Cohn;keine-adresse;1.1.2020;;;
            Cem;Dal;;4/5/2020;;;
            Dia;Eck;;1.1.2020;1.1.2019;;
            Ede;Falk;;1.1.2020;;Nebenhaus;1
            Fee;Gross;;1.1.2020;;;1
            Gil;Hahn;;1.1.2020;;Vorderhaus;99
            Ada;Berg;ada@example.org;1.1.2020;;;
            """
        );

        Assert.Equal(
            [
                (3, "REQUIRED"),
                (4, "INVALID_EMAIL"),
                (5, "AMBIGUOUS_DATE"),
                (6, "LEFT_BEFORE_JOINED"),
                (7, "UNKNOWN_BUILDING"),
                (8, "REQUIRED"),
                (9, "UNKNOWN_UNIT"),
                (10, "ROW_TWICE"),
            ],
            import.Report.Faults.Select(fault => (fault.Line, fault.Code))
        );
        Assert.Equal(ImportState.Invalid, import.State);
        var refusal = await Assert.ThrowsAsync<ImportHasFaultsException>(() => ApplyAsync(coop, import));
        Assert.Equal(8, refusal.FaultCount);
        Assert.Equal(0, await house.ReadAsync(coop, db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task Who_joins_people_the_co_op_knows_joins_their_household()
    {
        var coop = await house.AddCoopAsync("joins");
        await ImportAsync(coop, ImportKind.Units, Units);
        await ImportAsync(coop, ImportKind.Members, People);

        await ImportAsync(
            coop,
            ImportKind.Members,
            """
            Vorname;Nachname;Eintritt;Haus;Wohnung
            Deniz;Öztürk;1.9.2025;Vorderhaus;1
            """
        );

        var household = await house.ReadAsync(
            coop,
            db => db.Households.Include(h => h.Memberships).SingleAsync(h => h.Name == "Öztürk")
        );
        Assert.Equal(3, household.Memberships.Count);
    }

    [Fact]
    public async Task Homes_roles_and_dates_the_co_op_knows_are_not_rewritten()
    {
        var coop = await house.AddCoopAsync("known");
        await ImportAsync(coop, ImportKind.Units, Units);
        await ImportAsync(coop, ImportKind.Members, People);

        var import = await UploadAsync(
            coop,
            ImportKind.Members,
            """
            Vorname;Nachname;Eintritt;Rolle;Haus;Wohnung
            Alma;Öztürk;2.4.2019;;;
            Kemal;Öztürk;1.4.2019;Vorstand;;
            王;小明;1.2.2020;;Hinterhaus;1
            """
        );

        Assert.Equal(["OTHER_JOINED_ON", "OTHER_ROLE", "OTHER_HOME"], import.Report.Faults.Select(fault => fault.Code));
    }

    [Fact]
    public async Task The_planner_knows_of_a_long_list_at_once()
    {
        var coop = await house.AddCoopAsync("planner");
        var before = await KnownMembersAsync(coop);
        var people = Enumerable.Range(1, 2000).Select(i => $"Ada;Nummer {i};1.1.2020");

        await ImportAsync(coop, ImportKind.Members, $"Vorname;Nachname;Eintritt\n{string.Join('\n', people)}");

        Assert.InRange(await KnownMembersAsync(coop), Math.Max(before, 0) + 1900, int.MaxValue);
    }

    private Task<int> KnownMembersAsync(Coop coop) =>
        house.ReadAsync(
            coop,
            db =>
                db.Database.SqlQuery<int>($"SELECT reltuples::int AS \"Value\" FROM pg_class WHERE relname = 'members'")
                    .SingleAsync()
        );

    [Fact]
    public async Task What_goes_out_tells_where_everybody_lives_and_comes_in_again_unchanged()
    {
        var coop = await house.AddCoopAsync("out-and-in");
        await ImportAsync(coop, ImportKind.Units, Units);
        await ImportAsync(coop, ImportKind.Members, People);
        await ImportAsync(coop, ImportKind.Members, "Vorname;Nachname;Eintritt\nOhne;Obdach;1.1.2020");

        var rows = await house.ReadAsync(
            coop,
            async db => await new ExportedLists(db).MembersAsync(new DateOnly(2026, 5, 4), default).ToListAsync()
        );

        var homes = rows.ToDictionary(row => row[1]!, row => string.Join(' ', row[^4..].Select(Text)));
        Assert.Equal("Vorderhaus 1 Öztürk 2019-04-01", homes["Kemal"]);
        Assert.Equal("Vorderhaus 2 小明 2020-02-15", homes["王"]);
        Assert.Equal("   ", homes["Ohne"]);
        var header = string.Join(';', ExportedLists.NamesOf(MemberList.Columns));
        var list = string.Join('\n', rows.Select(row => string.Join(';', row.Select(Text))).Prepend(header));
        var again = await ImportAsync(coop, ImportKind.Members, list);
        Assert.Equal((0, 0, 5), (again.Report.NewCount, again.Report.ChangedCount, again.Report.UnchangedCount));
    }

    private static string Text(object? value) =>
        value is DateOnly day ? $"{day:yyyy-MM-dd}" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    [Fact]
    public async Task A_list_makes_no_common_place_of_a_home()
    {
        var coop = await house.AddCoopAsync("common-place");
        await ImportAsync(coop, ImportKind.Units, Units);
        await ImportAsync(coop, ImportKind.Members, People);

        var import = await UploadAsync(
            coop,
            ImportKind.Units,
            """
            Haus;Nr;Art
            Vorderhaus;1;Gemeinschaftsraum
            Hinterhaus;Keller 3;Gemeinschaftsraum
            """
        );

        var fault = Assert.Single(import.Report.Faults);
        Assert.Equal((2, "UNIT_IS_LET"), (fault.Line, fault.Code));
    }

    [Fact]
    public async Task A_list_that_fitted_no_longer_fits_when_somebody_else_moved_in_meanwhile()
    {
        var coop = await house.AddCoopAsync("meanwhile");
        await ImportAsync(coop, ImportKind.Units, Units);
        var first = await UploadAsync(
            coop,
            ImportKind.Members,
            "Name;Eintritt;Haushalt;Haus;Wohnung\nAda;1.1.2020;Eins;Vorderhaus;2"
        );
        var second = await UploadAsync(
            coop,
            ImportKind.Members,
            "Name;Eintritt;Haushalt;Haus;Wohnung\nBen;1.1.2021;Zwei;Vorderhaus;2"
        );

        await ApplyAsync(coop, first);

        await Assert.ThrowsAsync<ImportOutdatedException>(() => ApplyAsync(coop, second));
        Assert.Equal(1, await house.ReadAsync(coop, db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task Two_who_apply_one_list_at_once_import_it_once()
    {
        var coop = await house.AddCoopAsync("twice");
        var import = await UploadAsync(coop, ImportKind.Units, Units);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(() => ApplyAsync(coop, import)).AsTask())
        );

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(outcomes.OfType<Exception>(), outcome => Assert.IsType<ImportAlreadyAppliedException>(outcome));
        Assert.Equal(4, await house.ReadAsync(coop, db => db.Units.CountAsync()));
    }

    [Fact]
    public async Task Two_lists_that_name_the_same_people_and_are_applied_at_once_add_them_once()
    {
        var coop = await house.AddCoopAsync("both");
        const string list = "Vorname;Nachname;Eintritt\nAda;Berg;1.1.2020\nBen;Cohn;1.1.2020\n";
        Import[] imports =
        [
            await UploadAsync(coop, ImportKind.Members, list),
            await UploadAsync(coop, ImportKind.Members, list),
            await UploadAsync(coop, ImportKind.Members, list),
        ];

        await Task.WhenAll(imports.Select(import => ApplyAsync(coop, import)));

        Assert.Equal(2, await house.ReadAsync(coop, db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task Who_lives_here_does_not_leave_by_a_list()
    {
        var coop = await house.AddCoopAsync("leaves");
        await ImportAsync(coop, ImportKind.Units, Units);
        await ImportAsync(coop, ImportKind.Members, People);

        var alone = await UploadAsync(
            coop,
            ImportKind.Members,
            "Vorname;Nachname;Eintritt;Austritt\n王;小明;1.2.2020;31.3.2026"
        );
        var together = await ImportAsync(
            coop,
            ImportKind.Members,
            "Vorname;Nachname;Eintritt;Austritt\nKemal;Öztürk;1.4.2019;31.3.2026"
        );

        Assert.Equal(["MEMBER_STILL_LIVES_HERE"], alone.Report.Faults.Select(fault => fault.Code));
        Assert.Equal(1, together.Report.ChangedCount);
        var household = await house.ReadAsync(
            coop,
            db => db.Households.Include(h => h.Memberships).SingleAsync(h => h.Name == "Öztürk")
        );
        Assert.Equal(
            [null, new DateOnly(2026, 3, 31)],
            household.Memberships.Select(m => m.Until).OrderBy(until => until)
        );
    }

    [Fact]
    public async Task Namesakes_who_share_an_address_are_told_apart_by_nobody_but_the_board()
    {
        var coop = await house.AddCoopAsync("namesakes");
        const string header = "Vorname;Nachname;E-Mail;Eintritt\n";
        await ImportAsync(
            coop,
            ImportKind.Members,
            header + "Anna;Maier;familie@example.org;1.1.2020\nAnna;Müller;familie@example.org;1.1.2020"
        );

        var import = await UploadAsync(coop, ImportKind.Members, header + "Anna;Neumann;familie@example.org;1.1.2020");

        Assert.Equal(["SEVERAL_OF_THIS_NAME"], import.Report.Faults.Select(fault => fault.Code));
    }

    [Fact]
    public async Task Buildings_whose_names_differ_in_their_capitals_only_are_told_apart()
    {
        var coop = await house.AddCoopAsync("capitals");
        await house.WriteAsync(
            coop,
            db =>
            {
                db.AddRange(new Building("Haus", null), new Building("HAUS", null));
                return Task.CompletedTask;
            }
        );

        var exact = await ImportAsync(coop, ImportKind.Units, "Haus;Nr\nHaus;1\nHAUS;1");
        var doubtful = await UploadAsync(coop, ImportKind.Units, "Haus;Nr\nhaus;2");
        var people = await UploadAsync(coop, ImportKind.Members, "Name;Eintritt;Haus;Wohnung\nJo;1.1.2020;HAUS;1");

        Assert.Equal(2, exact.Report.NewCount);
        Assert.Equal(["UNKNOWN_BUILDING"], doubtful.Report.Faults.Select(fault => fault.Code));
        Assert.Empty(people.Report.Faults);
    }

    [Fact]
    public async Task Every_fault_of_ten_thousand_bad_rows_is_told_and_a_huge_cell_is_not_repeated()
    {
        var coop = await house.AddCoopAsync("all-bad");
        var list = new StringBuilder("Vorname;Nachname;E-Mail;Eintritt\n");
        list.Append(new string('A', 5_000_000)).Append(";B;nirgends;32.1.2020\n");
        list.Insert(list.Length, "A;B;nirgends;32.1.2020\n", 9_999);

        var import = await UploadAsync(coop, ImportKind.Members, list.ToString());

        var faults = ImportType.GetFaults(import, first: 100_000).ToList();
        Assert.Equal(20_001, faults.Count);
        Assert.Equal(Enumerable.Range(2, 10_000), faults.Select(fault => fault.Line).Distinct());
        Assert.All(faults, fault => Assert.InRange(fault.Value!.Length, 1, 201));
        Assert.All(import.Report.Preview.SelectMany(row => row.Values), value => Assert.InRange(value.Length, 0, 201));
        var refusal = await Assert.ThrowsAsync<ImportHasFaultsException>(() => ApplyAsync(coop, import));
        Assert.StartsWith("10000 rows", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_can_not_be_read_says_why()
    {
        var coop = await house.AddCoopAsync("unreadable");

        var picture = await UploadAsync(coop, ImportKind.Members, [0x89, 0x50, 0x4E, 0x47, 0x00, 0x1A]);
        var headless = await UploadAsync(coop, ImportKind.Members, "1;2;3\n4;5;6");

        Assert.Equal("UNREADABLE_FILE", Assert.Single(picture.Report.Faults).Code);
        Assert.Equal(["COLUMN_MISSING", "COLUMN_MISSING"], headless.Report.Faults.Select(fault => fault.Code));
    }

    [Fact]
    public async Task Ten_thousand_people_fit()
    {
        var coop = await house.AddCoopAsync("large");
        var list = new StringBuilder("Vorname;Nachname;E-Mail;Eintritt\n");
        for (var i = 0; i < 10_000; i++)
        {
            list.Append($"Vor{i % 97};Nach{i};m{i}@example.org;{1 + (i % 28)}.{1 + (i % 12)}.{1990 + (i % 30)}\n");
        }

        var import = await ImportAsync(coop, ImportKind.Members, list.ToString());

        Assert.Equal(10_000, import.Report.NewCount);
        Assert.Equal(10_000, await house.ReadAsync(coop, db => db.Members.CountAsync()));
    }

    private async Task<Import> ImportAsync(Coop coop, ImportKind kind, string list) =>
        await ApplyAsync(coop, await UploadAsync(coop, kind, list));

    private Task<Import> UploadAsync(Coop coop, ImportKind kind, string list) =>
        UploadAsync(coop, kind, Encoding.UTF8.GetBytes(list));

    private Task<Import> UploadAsync(Coop coop, ImportKind kind, byte[] content) =>
        house.WriteAsync(coop, db => Work(db).UploadAsync(kind, "list.csv", content, default));

    private Task<Import> ApplyAsync(Coop coop, Import import) =>
        house.WriteAsync(coop, db => Work(db).ApplyAsync(import.Id, _ => ValueTask.CompletedTask, default));

    private Task<int> CountEventsAsync(Coop coop) =>
        house.ReadAsync(
            coop,
            db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM event_log").SingleAsync()
        );

    private ImportWork Work(CooperatorDbContext db) =>
        new(db, new ImportReader(db, new ImportSettings()), new CoopCalendar(db.Coop, house.Clock));
}
