using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Features.Homes;

/// <summary>What one does, the others of the co-op see at once, and nobody else.</summary>
public sealed class LiveMoveTests(LivedInHouse world) : IClassFixture<LivedInHouse>
{
    private const string Watch = "subscription { unitChanged { kind unit { number residents { displayName } } } }";

    [Fact]
    public async Task A_move_in_is_seen_by_the_others_of_the_co_op_and_by_nobody_else()
    {
        // arrange
        await using var resident = await OpenAsync(world.Members[Role.Resident], "lindenhof");
        await using var outsider = await OpenAsync(world.Outsider, "seestrasse");

        // act
        await world.Members[Role.Admin].DataAsync(world.With(MoveIn));
        var seen = (await resident.NextAsync()).GetProperty("unitChanged");

        // assert
        Assert.Equal("unit.moved_in", seen.GetProperty("kind").GetString());
        Assert.Equal("13", seen.GetProperty("unit").GetProperty("number").GetString());
        Assert.Equal(
            "Kerem Lindenhofer",
            seen.GetProperty("unit").GetProperty("residents")[0].GetProperty("displayName").GetString()
        );
        await world.Outsider.DataAsync("mutation { addBuilding(input: { name: \"Ours\" }) { building { id } } }");
        await AddUnitAsync(outsider);
    }

    private const string MoveIn = """
        mutation {
          moveIn(input: { unitId: "<empty>", memberId: "<other>", from: "2026-01-01" }) { occupancy { id } errors { __typename } }
        }
        """;

    // The outsider's next event is one of their own: the move was not told to them before it.
    private async Task AddUnitAsync(LiveSocket outsider)
    {
        var buildings = await world.Outsider.DataAsync("{ buildings { id } }");
        var building = buildings.GetProperty("buildings")[0].GetProperty("id").GetString();
        await world.Outsider.DataAsync(
            $"mutation {{ addUnit(input: {{ buildingId: \"{building}\", number: \"77\", type: FLAT }}) {{ unit {{ id }} }} }}"
        );
        var seen = (await outsider.NextAsync()).GetProperty("unitChanged");
        Assert.Equal("77", seen.GetProperty("unit").GetProperty("number").GetString());
    }

    private async Task<LiveSocket> OpenAsync(GraphQLCaller caller, string coop)
    {
        var socket = await LiveSocket.OpenAsync(world.House, caller.Token!, coop);
        await socket.SubscribeAsync(Watch);
        return socket;
    }
}
