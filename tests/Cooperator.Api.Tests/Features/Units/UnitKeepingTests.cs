using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Features.Units;

/// <summary>What is said of a unit, and what is kept of it.</summary>
public sealed class UnitKeepingTests(LivedInHouse world) : IClassFixture<LivedInHouse>
{
    [Fact]
    public async Task A_unit_answers_the_size_and_rooms_that_are_kept()
    {
        var board = world.Members[Role.Admin];
        const string Kept = "{ unit { id sizeSquareMetres rooms } }";

        var added = (
            await board.DataAsync(
                world.With(
                    $$"""
                    mutation { addUnit(input: {
                      buildingId: "<building>", number: "round", type: FLAT, sizeSquareMetres: 61.555, rooms: 2.25
                    }) {{Kept}} }
                    """
                )
            )
        ).GetProperty("addUnit").GetProperty("unit");
        var id = added.GetProperty("id").GetString();
        var changed = (
            await board.DataAsync(
                $$"""
                mutation { changeUnit(input: { unitId: "{{id}}", sizeSquareMetres: 48.994, rooms: 1.449 }) {{Kept}} }
                """
            )
        ).GetProperty("changeUnit").GetProperty("unit");

        Assert.Equal((61.56m, 2.3m), Numbers(added));
        Assert.Equal((48.99m, 1.4m), Numbers(changed));

        static (decimal Size, decimal Rooms) Numbers(System.Text.Json.JsonElement unit) =>
            (unit.GetProperty("sizeSquareMetres").GetDecimal(), unit.GetProperty("rooms").GetDecimal());
    }
}
