using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Imports;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Tests.Features.Imports;

/// <summary>Who lives with whom, where and until when, as lists tell it.</summary>
public sealed class HomesInLists(TestHouse house) : IClassFixture<TestHouse>
{
    private readonly ImportDesk desk = new(house);

    [Theory]
    [InlineData("Anna;1.1.2020;Müller", "Ben;1.1.2020;")]
    [InlineData("Ben;1.1.2020;", "Anna;1.1.2020;Müller")]
    [InlineData("Ben;1.1.2019;", "Anna;1.1.2020;Müller")]
    public async Task A_household_that_one_row_names_takes_in_all_who_live_there_then(string one, string other)
    {
        var coop = await HouseAsync(
            $"one-row-{one.Length}-{one[^1] == 'r'}-{one.Contains("2019", StringComparison.Ordinal)}".ToLowerInvariant()
        );
        var list = $"Name;Eintritt;Haushalt;Haus;Wohnung\n{one};Vorderhaus;1\n{other};Vorderhaus;1";

        await desk.ImportAsync(coop, ImportKind.Members, list);
        var again = await desk.ImportAsync(coop, ImportKind.Members, list);

        Assert.Equal(2, again.Report.UnchangedCount);
        var household = await house.ReadAsync(coop, db => db.Households.Include(h => h.Memberships).SingleAsync());
        Assert.Equal(("Müller", 2), (household.Name, household.Memberships.Count));
    }

    [Fact]
    public async Task Who_moved_out_before_is_not_of_the_household_that_a_later_row_names()
    {
        var coop = await HouseAsync("earlier");

        await desk.ImportAsync(
            coop,
            ImportKind.Members,
            """
            Name;Eintritt;Austritt;Haushalt;Haus;Wohnung
            Anna;1.1.2020;;Müller;Vorderhaus;1
            Ben;1.1.2010;31.12.2019;;Vorderhaus;1
            """
        );

        var names = await house.ReadAsync(coop, db => db.Households.Select(h => h.Name).Order().ToListAsync());
        Assert.Equal(["Ben", "Müller"], names);
    }

    [Fact]
    public async Task Nobody_moves_in_after_leaving()
    {
        var coop = await HouseAsync("after-leaving");
        const string header = "Name;Eintritt;Austritt;Haus;Wohnung;Einzug\n";

        var import = await desk.UploadAsync(
            coop,
            ImportKind.Members,
            header + "Anna;1.1.2010;31.12.2015;Vorderhaus;1;1.2.2016\nBen;1.1.2010;31.12.2015;Vorderhaus;2;31.12.2015"
        );

        var fault = Assert.Single(import.Report.Faults);
        Assert.Equal(
            (2, "Einzug", "2016-02-01", "MEMBERSHIP_NOT_CURRENT"),
            (fault.Line, fault.Column, fault.Value, fault.Code)
        );
    }

    [Fact]
    public async Task Who_is_known_to_have_left_lives_here_until_then()
    {
        var coop = await HouseAsync("known-to-have-left");
        await desk.ImportAsync(coop, ImportKind.Members, "Name;Eintritt;Austritt\nAnna;1.1.2010;31.12.2015");
        const string header = "Name;Eintritt;Haus;Wohnung;Einzug\n";

        Assert.Equal(
            [(2, "MEMBERSHIP_NOT_CURRENT")],
            await desk.FaultsAsync(coop, ImportKind.Members, header + "Anna;1.1.2010;Vorderhaus;1;1.2.2016")
        );
        await desk.ImportAsync(coop, ImportKind.Members, header + "Anna;1.1.2010;Vorderhaus;1;");

        var home = await house.ReadAsync(coop, db => db.Occupancies.SingleAsync());
        Assert.Equal(new DateOnly(2015, 12, 31), home.Until);
    }

    [Fact]
    public async Task Who_came_back_lived_in_one_home_after_another()
    {
        var coop = await HouseAsync("came-back");
        const string list = """
            Name;E-Mail;Eintritt;Austritt;Haus;Wohnung
            Anna;anna@example.org;1.1.2010;31.12.2015;Vorderhaus;1
            Anna;anna@example.org;1.1.2018;;Vorderhaus;2
            """;

        await desk.ImportAsync(coop, ImportKind.Members, list);
        var again = await desk.ImportAsync(coop, ImportKind.Members, list);

        Assert.Equal(2, again.Report.UnchangedCount);
        var homes = await house.ReadAsync(coop, db => db.Occupancies.OrderBy(o => o.From).ToListAsync());
        Assert.Equal(
            ["2010-01-01..2015-12-31", "2018-01-01.."],
            homes.Select(o => $"{o.From:yyyy-MM-dd}..{o.Until:yyyy-MM-dd}")
        );
    }

    [Fact]
    public async Task Nobody_lives_in_two_homes_of_one_list_at_once()
    {
        var coop = await HouseAsync("two-homes");

        var faults = await desk.FaultsAsync(
            coop,
            ImportKind.Members,
            """
            Name;E-Mail;Eintritt;Austritt;Haus;Wohnung;Einzug
            Anna;anna@example.org;1.1.2010;31.12.2015;Vorderhaus;1;
            Anna;anna@example.org;1.1.2018;;Vorderhaus;2;1.6.2015
            """
        );

        Assert.Equal([(3, "ALREADY_IN_HOUSEHOLD")], faults);
    }

    [Fact]
    public async Task Nobody_joins_those_who_move_out_sooner()
    {
        var coop = await HouseAsync("moves-out-sooner");
        const string header = "Name;Eintritt;Austritt;Haus;Wohnung\n";
        await desk.ImportAsync(coop, ImportKind.Members, header + "Anna;1.1.2010;31.12.2020;Vorderhaus;1");

        Assert.Equal(
            [(2, "UNIT_ALREADY_LET")],
            await desk.FaultsAsync(coop, ImportKind.Members, header + "Xenia;1.6.2015;;Vorderhaus;1")
        );
        Assert.Empty(
            await desk.FaultsAsync(coop, ImportKind.Members, header + "Xenia;1.6.2015;31.12.2020;Vorderhaus;1")
        );
    }

    [Fact]
    public async Task No_home_is_let_to_a_household_while_nobody_is_in_it()
    {
        var coop = await HouseAsync("empty-for-years");

        var faults = await desk.FaultsAsync(
            coop,
            ImportKind.Members,
            """
            Name;Eintritt;Austritt;Haushalt;Haus;Wohnung
            Anna;1.1.2010;31.12.2012;Müller;Vorderhaus;1
            Ben;1.1.2015;;Müller;Vorderhaus;1
            """
        );

        Assert.Equal([(2, "HOUSEHOLD_EMPTY"), (3, "HOUSEHOLD_EMPTY")], faults);
    }

    [Fact]
    public async Task A_home_is_looked_for_in_its_building_first()
    {
        var coop = await house.AddCoopAsync("building-first");
        await desk.ImportAsync(coop, ImportKind.Units, "Haus;Nr\nA;3a\nB;3A");

        var import = await desk.ImportAsync(
            coop,
            ImportKind.Members,
            "Name;Eintritt;Haus;Wohnung\nAnna;1.1.2020;A;3A\nBen;1.1.2020;B;3A"
        );

        Assert.Empty(import.Report.Faults);
        Assert.Equal(
            2,
            await house.ReadAsync(coop, db => db.Occupancies.Select(o => o.UnitId).Distinct().CountAsync())
        );
    }

    [Fact]
    public async Task Homes_whose_numbers_differ_in_their_capitals_only_are_told_apart()
    {
        var coop = await house.AddCoopAsync("home-capitals");
        await AddUnitsAsync(coop, "3ab", "3AB");
        const string header = "Name;Eintritt;Haus;Wohnung\n";

        Assert.Empty(await desk.FaultsAsync(coop, ImportKind.Members, header + "Anna;1.1.2020;A;3AB"));
        Assert.Equal(
            [(2, "UNKNOWN_UNIT")],
            await desk.FaultsAsync(coop, ImportKind.Members, header + "Anna;1.1.2020;A;3Ab")
        );
    }

    private async Task<Coop> HouseAsync(string slug)
    {
        var coop = await house.AddCoopAsync(slug);
        await desk.ImportAsync(coop, ImportKind.Units, "Haus;Nr\nVorderhaus;1\nVorderhaus;2");
        return coop;
    }

    private Task AddUnitsAsync(Coop coop, params string[] numbers) =>
        house.WriteAsync(
            coop,
            db =>
            {
                var building = new Building("A", null);
                db.Add(building);
                db.AddRange(
                    numbers.Select(number => new Unit(
                        building,
                        new UnitDescription(number, UnitType.Flat, null, null, null, 1)
                    ))
                );
                return Task.CompletedTask;
            }
        );
}
