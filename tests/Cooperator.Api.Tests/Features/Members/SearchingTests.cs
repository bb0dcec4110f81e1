using System.Text.Json;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Features.Tasks;

namespace Cooperator.Api.Tests.Features.Members;

/// <summary>What stands for something else in a pattern is found where it was typed, and only there.</summary>
public sealed class SearchingTests(BoardHouse board) : IClassFixture<BoardHouse>
{
    [Theory]
    [InlineData("_")]
    [InlineData("%")]
    [InlineData("\\")]
    public async Task What_was_typed_is_found_in_every_list(string mark)
    {
        // arrange
        var (admin, name) = (board[Role.Admin], $"Ab{mark}Cd");
        var building = await admin.DataAsync(
            "mutation($name: String!) { addBuilding(input: { name: $name }) { building { id } } }",
            new { name }
        );
        await admin.DataAsync(
            """
            mutation($building: ID!, $name: String!) {
              addUnit(input: { buildingId: $building, number: $name, type: FLAT }) { errors { __typename } }
              addMember(input: { givenName: $name, familyName: "Muster", joinedOn: "2020-01-01" }) { errors { __typename } }
              formHousehold(input: { name: $name, memberIds: [], from: "2020-01-01" }) { errors { __typename } }
              addTask(input: { title: $name }) { errors { __typename } }
            }
            """,
            new { building = Id(building.GetProperty("addBuilding").GetProperty("building")), name }
        );

        // act
        var found = await admin.DataAsync(
            """
            query($search: String!) {
              members(search: $search) { nodes { name: givenName } }
              households(search: $search) { nodes { name } }
              units(search: $search) { nodes { name: number } }
              tasks(filter: { search: $search }) { nodes { name: title } }
            }
            """,
            new { search = $"b{mark}c" }
        );

        // assert
        foreach (var list in new[] { "members", "households", "units", "tasks" })
        {
            var names = BoardHouse.Nodes(found.GetProperty(list)).Select(n => n.GetProperty("name").GetString());
            Assert.True(names.SequenceEqual([name]), $"{list}: {found}");
        }
    }

    private static string Id(JsonElement thing) => thing.GetProperty("id").GetString()!;
}
