using System.Text.Json;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Features.Members;

/// <summary>The list of members, and what each viewer sees of them.</summary>
public sealed class DirectoryTests(LivedInHouse world) : IClassFixture<LivedInHouse>
{
    [Fact]
    public async Task Contact_details_are_shown_as_each_member_chose()
    {
        // arrange
        await ChangeAsync(
            "email: \"alma@example.org\", emailVisibility: MEMBERS, phone: \"030 1\", phoneVisibility: BOARD"
        );
        var query = world.With("{ member(id: \"<member>\") { contact { email phone } contactVisibility { phone } } }");

        // act
        var answers = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            answers.Add((await world.Members[role].DataAsync(query)).GetProperty("member").ToString());
        }

        // assert
        const string Shared = """{"contact":{"email":"alma@example.org","phone":null},"contactVisibility":null}""";
        Assert.Equal(
            [
                """{"contact":{"email":"alma@example.org","phone":"030 1"},"contactVisibility":{"phone":"BOARD"}}""",
                Shared,
                Shared,
                """{"contact":null,"contactVisibility":null}""",
            ],
            answers
        );
    }

    [Fact]
    public async Task A_hidden_address_does_not_betray_itself_by_being_found()
    {
        await ChangeAsync("email: \"secret-box@example.org\", emailVisibility: BOARD");
        const string Query = "{ members(search: \"secret-box\") { totalCount } }";

        var board = await world.Members[Role.Admin].DataAsync(Query);
        var resident = await world.Members[Role.Resident].DataAsync(Query);

        Assert.Equal((1, 0), (Total(board), Total(resident)));
    }

    [Theory]
    [InlineData("lindenhofer", 2)]
    [InlineData("alma lind", 1)]
    [InlineData("12", 1)]
    [InlineData("%", 0)]
    [InlineData("  alma \\t lind ", 1)]
    [InlineData("alma\u00A0lind", 1)]
    [InlineData("\u00A012\u2009", 1)]
    public async Task Members_are_found_by_name_and_by_the_number_of_their_home(string search, int count)
    {
        var found = await world
            .Members[Role.Resident]
            .DataAsync($"{{ members(search: \"{search}\") {{ totalCount }} }}");
        Assert.Equal(count, Total(found));
    }

    [Fact]
    public async Task Members_are_found_however_an_accent_was_typed()
    {
        await world
            .Members[Role.Admin]
            .DataAsync(
                """
                mutation { addMember(input: {
                  givenName: "Zo\u00EB", familyName: "M\u00FCckenberger", joinedOn: "2020-01-01", role: RESIDENT
                }) { member { id } } }
                """
            );

        foreach (var search in new[] { "zo\\u00EB m\\u00FCck", "zoe\\u0308 mu\\u0308ck" })
        {
            var found = await world
                .Members[Role.Resident]
                .DataAsync($"{{ members(search: \"{search}\") {{ totalCount }} }}");
            Assert.Equal(1, Total(found));
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var reader = world.Members[Role.Observer];
        var all = await reader.DataAsync("{ members(first: 100) { nodes { sortName } } }");
        var names = new List<string>();
        var after = "null";
        bool more;
        do
        {
            var page = (
                await reader.DataAsync(
                    $"{{ members(first: 2, after: {after}) {{ nodes {{ sortName }} pageInfo {{ hasNextPage endCursor }} }} }}"
                )
            ).GetProperty("members");
            names.AddRange(Names(page));
            after = $"\"{page.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"";
            more = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
        } while (more);

        Assert.Equal(Names(all.GetProperty("members")), names);
        Assert.Equal(names.Distinct().Count(), names.Count);
    }

    [Fact]
    public async Task Why_somebody_left_is_told_to_the_board_only()
    {
        var board = world.Members[Role.Admin];
        var added = await board.DataAsync(
            "mutation { addMember(input: { givenName: \"Ida\", familyName: \"Fort\", joinedOn: \"2024-01-01\" }) { member { id } } }"
        );
        var id = added.GetProperty("addMember").GetProperty("member").GetProperty("id").GetString();
        await board.DataAsync(
            $"mutation {{ endMembership(input: {{ memberId: \"{id}\", leftOn: \"2025-01-31\", reason: \"went abroad\" }}) {{ member {{ id }} }} }}"
        );

        Assert.Equal("went abroad", await ReasonAsync(Role.Admin));
        Assert.Null(await ReasonAsync(Role.Maintainer));
        Assert.Null(await ReasonAsync(Role.Observer));

        async Task<string?> ReasonAsync(Role role)
        {
            var data = await world.Members[role].DataAsync($"{{ member(id: \"{id}\") {{ periods {{ reason }} }} }}");
            return data.GetProperty("member").GetProperty("periods")[0].GetProperty("reason").GetString();
        }
    }

    [Fact]
    public async Task A_member_changes_their_own_contact_details_and_nobody_else_s()
    {
        var resident = world.Members[Role.Resident];
        var me = (await resident.DataAsync("{ members(role: RESIDENT) { nodes { id isMe } } }"))
            .GetProperty("members")
            .GetProperty("nodes")
            .EnumerateArray()
            .Single(m => m.GetProperty("isMe").GetBoolean())
            .GetProperty("id")
            .GetString();

        var changed = await resident.DataAsync(
            $"mutation {{ changeContactDetails(input: {{ memberId: \"{me}\", phone: \"030 77\" }}) {{ member {{ contact {{ phone }} }} }} }}"
        );

        Assert.Equal(
            """{"member":{"contact":{"phone":"030 77"}}}""",
            changed.GetProperty("changeContactDetails").ToString()
        );
    }

    [Fact]
    public async Task What_can_not_be_meant_is_refused_by_path()
    {
        var answer = await world
            .Members[Role.Admin]
            .DataAsync(
                "mutation { addMember(input: { givenName: \"A\", familyName: \"B\", email: \"nonsense\", joinedOn: \"2026-01-01\" }) "
                    + "{ member { id } errors { ... on InvalidInputError { code path } } } }"
            );
        Assert.Equal(
            """{"member":null,"errors":[{"code":"INVALID_EMAIL","path":["email"]}]}""",
            answer.GetProperty("addMember").ToString()
        );
    }

    private Task ChangeAsync(string change) =>
        world
            .Members[Role.Admin]
            .DataAsync(
                world.With(
                    $"mutation {{ changeContactDetails(input: {{ memberId: \"<member>\", {change} }}) {{ member {{ id }} }} }}"
                )
            );

    private static int Total(JsonElement data) => data.GetProperty("members").GetProperty("totalCount").GetInt32();

    private static List<string> Names(JsonElement page) =>
        [.. page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("sortName").GetString()!)];
}
