using System.Text.Json;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Features.Hours;

/// <summary>The ledger while one looks at it.</summary>
public sealed class LiveLedgerTests(LivedInHouse world) : IClassFixture<LivedInHouse>
{
    private const string Watch = "subscription { hoursChanged { line { hours reason member { id } } } }";

    [Fact]
    public async Task A_line_is_told_to_its_member_and_to_the_board_and_to_others_only_that_there_is_one()
    {
        // arrange
        var member = await IdOfAsync(Role.Resident);
        await using var own = await OpenAsync(Role.Resident);
        await using var other = await OpenAsync(Role.Maintainer);
        await using var board = await OpenAsync(Role.Admin);

        // act
        await RecordAsync(world.Members[Role.Admin], member, 2.5m);
        var (seen, hidden, read) = (await NextAsync(own), await NextAsync(other), await NextAsync(board));

        // assert
        Assert.Equal(2.5m, seen.GetProperty("line").GetProperty("hours").GetDecimal());
        Assert.Equal(member, read.GetProperty("line").GetProperty("member").GetProperty("id").GetString());
        Assert.Equal("""{"line":null}""", hidden.ToString());
    }

    [Fact]
    public async Task A_period_and_an_exemption_that_come_and_go_are_told_too()
    {
        // arrange
        var (board, member) = (world.Members[Role.Admin], await IdOfAsync(Role.Maintainer));
        await using var own = await OpenAsync(Role.Resident);
        var heard = new List<string>();

        // act
        var period = await WriteAsync(
            board,
            "openHoursPeriod",
            """name: "Sommer 2031", from: "2031-06-01", until: "2031-08-31", quotaHours: 6""",
            "hoursPeriod"
        );
        heard.Add((await NextAsync(own)).ToString());
        await WriteAsync(board, "removeHoursPeriod", $"periodId: \"{period}\"", "hoursPeriod");
        heard.Add((await NextAsync(own)).ToString());
        var exemption = await WriteAsync(
            board,
            "exemptFromWork",
            $$"""memberId: "{{member}}", from: "2031-06-01", reason: "Elternzeit" """,
            "workExemption"
        );
        heard.Add((await NextAsync(own)).ToString());
        await WriteAsync(
            board,
            "endWorkExemption",
            $"exemptionId: \"{exemption}\", until: \"2031-07-01\"",
            "workExemption"
        );
        heard.Add((await NextAsync(own)).ToString());

        // assert
        Assert.All(heard, told => Assert.Equal("""{"line":null}""", told));
        Assert.Equal(4, heard.Count);
    }

    [Fact]
    public async Task Nothing_of_it_is_told_in_another_co_op()
    {
        await using var outside = await LiveSocket.OpenAsync(world.House, world.Outsider.Token!, "seestrasse");
        await outside.SubscribeAsync(Watch);

        await RecordAsync(world.Members[Role.Admin], await IdOfAsync(Role.Resident), 1);
        await RecordAsync(world.Outsider, await IdOfAsync(world.Outsider), 7);

        // The first thing they hear of is their own.
        Assert.Equal(7, (await NextAsync(outside)).GetProperty("line").GetProperty("hours").GetDecimal());
    }

    private async Task<LiveSocket> OpenAsync(Role role)
    {
        var socket = await LiveSocket.OpenAsync(world.House, world.Members[role].Token!, "lindenhof");
        await socket.SubscribeAsync(Watch);
        return socket;
    }

    private static async Task<JsonElement> NextAsync(LiveSocket socket) =>
        (await socket.NextAsync()).GetProperty("hoursChanged");

    private Task<string> IdOfAsync(Role role) => IdOfAsync(world.Members[role]);

    private static async Task<string> IdOfAsync(GraphQLCaller caller)
    {
        var me = await caller.DataAsync("{ me { member { id } } }");
        return me.GetProperty("me").GetProperty("member").GetProperty("id").GetString()!;
    }

    private static async Task<string> WriteAsync(GraphQLCaller board, string mutation, string input, string thing)
    {
        var written = await board.DataAsync(
            $$"""mutation { {{mutation}}(input: { {{input}} }) { {{thing}} { id } } }"""
        );
        return written.GetProperty(mutation).GetProperty(thing).GetProperty("id").GetString()!;
    }

    private static Task RecordAsync(GraphQLCaller board, string member, decimal hours) =>
        board.DataAsync(
            $$"""
            mutation { recordHours(input: { memberIds: ["{{member}}"], kind: MEETING, hours: {{hours}}, reason: "Plenum" }) {
              hoursLines { id }
            } }
            """
        );
}
