using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Features.Tasks;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Features.Members;

/// <summary>What the others hear of a member while they look on.</summary>
public sealed class LiveMemberTests(BoardHouse board) : IClassFixture<BoardHouse>
{
    [Theory]
    [InlineData(Role.Admin, "member.contact_changed")]
    [InlineData(Role.Resident, "member.contact_changed")]
    [InlineData(Role.Maintainer, "member.changed")]
    [InlineData(Role.Observer, "member.changed")]
    public async Task What_is_a_member_s_own_affair_is_told_by_name_to_them_and_the_board_only(
        Role viewer,
        string expected
    )
    {
        await using var socket = await LiveSocket.OpenAsync(board.World.House, board[viewer].Token!, "lindenhof");
        await socket.SubscribeAsync("subscription { memberChanged { kind memberId } }");

        var resident = board.IdOf(Role.Resident);
        await board[Role.Resident]
            .DataAsync(
                $$"""
                mutation {
                  changeContactDetails(input: { memberId: "{{resident}}", phone: "030 {{Guid.NewGuid():N}}" }) { errors { __typename } }
                }
                """
            );

        var told = (await socket.NextAsync()).GetProperty("memberChanged");
        Assert.Equal(
            (expected, resident),
            (told.GetProperty("kind").GetString(), told.GetProperty("memberId").GetString())
        );
    }
}
