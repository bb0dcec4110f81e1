using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Features.Tasks;
using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL;

namespace Cooperator.Api.Tests.Features.Duties;

/// <summary>Days that are handed out are the house's, whoever set up the duty.</summary>
public sealed class HandedOutTests(BoardHouse board) : IClassFixture<BoardHouse>
{
    [Fact]
    public async Task Who_set_up_a_duty_and_is_no_maintainer_any_more_removes_none_of_its_days()
    {
        // arrange
        var person = await board.World.House.AddPersonAsync(Role.Maintainer);
        var creator = await GraphQLCaller.SignInAsync(board.World.House, person, "lindenhof");
        var id = NodeIds.Format("Member", person.MemberId);
        var own = await creator.DataAsync("""mutation { addTask(input: { title: "Eigenes" }) { task { id } } }""");
        var duty = await creator.DataAsync(
            $$"""
            mutation {
              createDuty(input: { title: "Keller", rule: "FREQ=DAILY;COUNT=2", memberIds: ["{{id}}"] }) { duty { id } }
            }
            """
        );
        var dutyId = duty.GetProperty("createDuty").GetProperty("duty").GetProperty("id").GetString();
        var roster = await creator.DataAsync($$"""{ dutyRoster(dutyId: "{{dutyId}}") { nodes { task { id } } } }""");
        var handedOut = BoardHouse.Nodes(roster.GetProperty("dutyRoster")).First().GetProperty("task");

        // act
        await BecomeResidentAsync(id);

        // assert
        Assert.Equal(["FORBIDDEN"], await creator.CodesAsync(Removal(handedOut.GetProperty("id").GetString()!)));
        var ownId = own.GetProperty("addTask").GetProperty("task").GetProperty("id").GetString()!;
        Assert.Empty(await creator.CodesAsync(Removal(ownId)));
        Assert.Empty(await board[Role.Maintainer].CodesAsync(Removal(handedOut.GetProperty("id").GetString()!)));
    }

    private async Task BecomeResidentAsync(string member)
    {
        var admin = board[Role.Admin];
        var found = await admin.DataAsync($$"""{ member(id: "{{member}}") { roleAssignments { id } } }""");
        var role = found.GetProperty("member").GetProperty("roleAssignments")[0].GetProperty("id").GetString();
        var yesterday = DateOnly.FromDateTime(board.World.House.Clock.Now.UtcDateTime).AddDays(-1);
        await admin.DataAsync(
            $$"""
            mutation {
              grantRole(input: { memberId: "{{member}}", role: RESIDENT, from: "{{yesterday:yyyy-MM-dd}}" }) { errors { __typename } }
              endRole(input: { roleAssignmentId: "{{role}}", until: "{{yesterday:yyyy-MM-dd}}" }) { errors { __typename } }
            }
            """
        );
    }

    private static string Removal(string task) =>
        $$"""mutation { removeTask(input: { taskId: "{{task}}" }) { task { id } errors { __typename } } }""";
}
