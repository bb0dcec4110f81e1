using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Imports;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Tests.Features.Imports;

/// <summary>Lists of units that were written by more than one hand.</summary>
public sealed class UnitsInLists(TestHouse house) : IClassFixture<TestHouse>
{
    private readonly ImportDesk desk = new(house);

    [Fact]
    public async Task A_number_in_other_capitals_is_the_same_unit()
    {
        var coop = await house.AddCoopAsync("capitals");
        await ImportAsync(coop, "Haus;Nr\nA;3a");

        var again = await ImportAsync(coop, "Haus;Nr;Etage\nA;3A;2");

        Assert.Equal((0, 1), (again.Report.NewCount, again.Report.ChangedCount));
        var unit = Assert.Single(await UnitsAsync(coop));
        Assert.Equal(("3a", 2), (unit.Number, unit.Floor));
    }

    [Fact]
    public async Task A_number_in_other_capitals_in_one_list_is_named_twice()
    {
        var coop = await house.AddCoopAsync("capitals-twice");

        Assert.Equal([(3, "ROW_TWICE")], await FaultsAsync(coop, "Haus;Nr\nA;3a\nA;3A\nB;3A"));
    }

    [Fact]
    public async Task Numbers_the_co_op_itself_tells_apart_by_their_capitals_must_be_written_so()
    {
        var coop = await house.AddCoopAsync("capitals-known");
        await house.WriteAsync(
            coop,
            db =>
            {
                var building = new Building("A", null);
                db.AddRange(building, UnitOf(building, "3ab"), UnitOf(building, "3AB"));
                return Task.CompletedTask;
            }
        );

        Assert.Empty(await FaultsAsync(coop, "Haus;Nr\nA;3ab\nA;3AB"));
        Assert.Equal([(2, "UNIT_NUMBER_TAKEN")], await FaultsAsync(coop, "Haus;Nr\nA;3Ab"));
    }

    [Fact]
    public async Task Two_addresses_of_one_building_are_a_fault_of_the_later_line()
    {
        var coop = await house.AddCoopAsync("addresses");

        var import = await desk.UploadAsync(
            coop,
            ImportKind.Units,
            "Haus;Anschrift;Nr\nA;Hofweg 1;1\nA;;2\nA;Hofweg 1;3\nA;Hofweg 2;4\nB;Hofweg 2;1"
        );

        var fault = Assert.Single(import.Report.Faults);
        Assert.Equal((5, "Anschrift", "OTHER_ADDRESS"), (fault.Line, fault.Column, fault.Code));
    }

    [Fact]
    public async Task A_building_takes_the_address_of_a_list_that_agrees_with_itself()
    {
        var coop = await house.AddCoopAsync("new-address");
        await ImportAsync(coop, "Haus;Anschrift;Nr\nA;Hofweg 1;1");
        const string list = "Haus;Anschrift;Nr\nA;Hofweg 2;1\nA;Hofweg 2;2";

        var moved = await ImportAsync(coop, list);
        var again = await ImportAsync(coop, list);

        Assert.Equal((1, 1), (moved.Report.ChangedCount, moved.Report.NewCount));
        Assert.Equal(2, again.Report.UnchangedCount);
    }

    [Fact]
    public async Task Numbers_with_many_decimals_are_kept_rounded_and_come_in_again_unchanged()
    {
        var coop = await house.AddCoopAsync("decimals");
        const string list = "Haus;Nr;Fläche;Zimmer\nA;1;61,555;2,25\nA;2;61.5549;2.249";
        await ImportAsync(coop, list);

        var again = await ImportAsync(coop, list);

        Assert.Equal(2, again.Report.UnchangedCount);
        Assert.Equal(
            [(61.56m, 2.3m), (61.55m, 2.2m)],
            (await UnitsAsync(coop)).Select(u => (u.SizeSquareMetres!.Value, u.Rooms!.Value))
        );
    }

    private static Unit UnitOf(Building building, string number) =>
        new(building, new UnitDescription(number, UnitType.Flat, null, null, null, 1));

    private Task<List<Unit>> UnitsAsync(Coop coop) =>
        house.ReadAsync(coop, db => db.Units.OrderBy(u => u.Number).ToListAsync());

    private Task<Import> ImportAsync(Coop coop, string list) => desk.ImportAsync(coop, ImportKind.Units, list);

    private Task<IEnumerable<(int Line, string Code)>> FaultsAsync(Coop coop, string list) =>
        desk.FaultsAsync(coop, ImportKind.Units, list);
}
