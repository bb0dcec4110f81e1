using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Features.Homes;

/// <summary>Letting units over the API.</summary>
public sealed class MovingTests(LivedInHouse world) : IClassFixture<LivedInHouse>
{
    private GraphQLCaller Board => world.Members[Role.Admin];

    [Fact]
    public async Task Of_two_move_ins_at_once_one_is_done_and_one_is_refused_with_the_facts()
    {
        // arrange
        var unit = await AddUnitAsync("201");
        var moveIn = world.With(
            $$"""
            mutation {
              moveIn(input: { unitId: "{{unit}}", memberId: "<other>", from: "2026-05-01", until: "2026-12-31" }) {
                occupancy { id }
                errors { ... on UnitAlreadyLetError { code unitNumber from until } }
              }
            }
            """
        );

        // act
        var answers = await Task.WhenAll(Board.DataAsync(moveIn), Board.DataAsync(moveIn));

        // assert
        var refusals = answers
            .Select(a => a.GetProperty("moveIn").GetProperty("errors").ToString())
            .Where(e => e.Length > 0);
        Assert.Equal(
            """[{"code":"UNIT_ALREADY_LET","unitNumber":"201","from":"2026-05-01","until":"2026-12-31"}]""",
            Assert.Single(refusals)
        );
        Assert.Equal(1, await CountAsync(unit));
    }

    [Fact]
    public async Task Who_lived_there_is_answered_for_any_day_and_as_it_was_known()
    {
        // arrange
        var unit = await AddUnitAsync("202");
        var occupancy = (
            await Board.DataAsync(
                world.With(
                    $"mutation {{ moveIn(input: {{ unitId: \"{unit}\", memberId: \"<other>\", from: \"2026-01-01\" }}) {{ occupancy {{ id recordedAt }} }} }}"
                )
            )
        )
            .GetProperty("moveIn")
            .GetProperty("occupancy");
        world.House.Clock.Now = world.House.Clock.Now.AddSeconds(1);
        await Board.DataAsync(
            $"mutation {{ moveOut(input: {{ occupancyId: \"{occupancy.GetProperty("id").GetString()}\", until: \"2026-03-31\" }}) {{ occupancy {{ id }} }} }}"
        );

        // act
        var recordedAt = occupancy.GetProperty("recordedAt").GetString();
        var onAnotherClock = occupancy.GetProperty("recordedAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(2));
        var answer = await Board.DataAsync(
            $$"""
            { unit(id: "{{unit}}") {
              march: occupancies(asOf: "2026-03-31") { until }
              april: occupancies(asOf: "2026-04-01") { until }
              aprilAsBelieved: occupancies(asOf: "2026-04-01", knownAt: "{{recordedAt}}") { until }
              byAnotherClock: occupancies(asOf: "2026-04-01", knownAt: "{{onAnotherClock:O}}") { until }
            } }
            """
        );

        // assert
        Assert.Equal(
            """{"march":[{"until":"2026-03-31"}],"april":[],"aprilAsBelieved":[{"until":null}],"byAnotherClock":[{"until":null}]}""",
            answer.GetProperty("unit").ToString()
        );
    }

    [Fact]
    public async Task Who_is_known_to_leave_lives_with_others_until_then()
    {
        var member = await AddMemberAsync();
        await Board.DataAsync(
            $$"""mutation { endMembership(input: { memberId: "{{member}}", leftOn: "2027-06-30" }) { errors { __typename } } }"""
        );

        var formed = await Board.DataAsync(
            $$"""
            mutation { formHousehold(input: { name: "Bis Juni", memberIds: ["{{member}}"], from: "2026-02-01" }) {
              household { members(asOf: "2026-02-01") { from until } } errors { ... on Error { code } }
            } }
            """
        );
        var tooLate = await Board.DataAsync(
            $$"""
            mutation { formHousehold(input: { name: "Danach", memberIds: ["{{member}}"], from: "2027-07-01" }) {
              errors { ... on Error { code } }
            } }
            """
        );

        Assert.Equal(
            """{"household":{"members":[{"from":"2026-02-01","until":"2027-06-30"}]},"errors":null}""",
            formed.GetProperty("formHousehold").ToString()
        );
        Assert.Equal(
            """{"errors":[{"code":"MEMBERSHIP_NOT_CURRENT"}]}""",
            tooLate.GetProperty("formHousehold").ToString()
        );
    }

    [Fact]
    public async Task A_stale_occupancy_can_not_be_ended_twice()
    {
        var unit = await AddUnitAsync("203");
        var id = (
            await Board.DataAsync(
                world.With(
                    $"mutation {{ moveIn(input: {{ unitId: \"{unit}\", memberId: \"<other>\", from: \"2026-01-01\" }}) {{ occupancy {{ id }} }} }}"
                )
            )
        )
            .GetProperty("moveIn")
            .GetProperty("occupancy")
            .GetProperty("id")
            .GetString();
        var moveOut =
            $"mutation {{ moveOut(input: {{ occupancyId: \"{id}\", until: \"2026-03-31\" }}) {{ occupancy {{ id }} errors {{ ... on Error {{ code }} }} }} }}";
        await Board.DataAsync(moveOut);

        var again = await Board.DataAsync(moveOut);

        Assert.Equal(
            """{"occupancy":null,"errors":[{"code":"OCCUPANCY_SUPERSEDED"}]}""",
            again.GetProperty("moveOut").ToString()
        );
    }

    [Fact]
    public async Task A_new_household_is_formed_with_its_move_in()
    {
        // arrange
        var unit = await AddUnitAsync("204");

        // act
        var moved = await Board.DataAsync(MoveTogether(unit, "Neubeginn", await AddMemberAsync()));

        // assert
        var household = moved.GetProperty("moveIn").GetProperty("occupancy").GetProperty("household");
        Assert.Equal("Neubeginn", household.GetProperty("name").GetString());
        Assert.Equal("""[{"from":"2026-02-01"}]""", household.GetProperty("members").ToString());
    }

    [Theory]
    [InlineData("205", true, "UNIT_ALREADY_LET")]
    [InlineData("206", false, "ALREADY_IN_HOUSEHOLD")]
    public async Task A_move_in_that_is_refused_leaves_no_household_behind(string number, bool let, string refusal)
    {
        // arrange: either the unit is let, or the member lives with others
        var (unit, member) = (await AddUnitAsync(number), await AddMemberAsync());
        await Board.DataAsync(
            MoveTogether(let ? unit : await AddUnitAsync(number + "a"), "Erste", let ? await AddMemberAsync() : member)
        );
        var name = $"Niemals {number}";

        // act
        var moved = await Board.DataAsync(MoveTogether(unit, name, member));

        // assert
        Assert.Equal(
            $$"""{"occupancy":null,"errors":[{"code":"{{refusal}}"}]}""",
            moved.GetProperty("moveIn").ToString()
        );
        var found = await Board.DataAsync($$"""{ households(search: "{{name}}") { nodes { id } } }""");
        Assert.Equal("[]", found.GetProperty("households").GetProperty("nodes").ToString());
    }

    [Fact]
    public async Task A_household_moves_out_before_it_is_dissolved()
    {
        // arrange
        var moved = await Board.DataAsync(MoveTogether(await AddUnitAsync("207"), "Auf Zeit", await AddMemberAsync()));
        var occupancy = moved.GetProperty("moveIn").GetProperty("occupancy");
        var household = occupancy.GetProperty("household").GetProperty("id").GetString();
        var dissolve = $$"""
            mutation { dissolveHousehold(input: { householdId: "{{household}}", until: "2026-04-30" }) {
              household { members(asOf: "2026-05-01") { id } }
              errors { ... on HouseholdStillLivesHereError { code unitNumber } }
            } }
            """;

        // act
        var tooEarly = await Board.DataAsync(dissolve);
        await Board.DataAsync(
            $$"""mutation { moveOut(input: { occupancyId: "{{occupancy.GetProperty("id").GetString()}}", until: "2026-04-30" }) { occupancy { id } } }"""
        );
        var inTime = await Board.DataAsync(dissolve);

        // assert
        Assert.Equal(
            """{"household":null,"errors":[{"code":"HOUSEHOLD_STILL_LIVES_HERE","unitNumber":"207"}]}""",
            tooEarly.GetProperty("dissolveHousehold").ToString()
        );
        Assert.Equal(
            """{"household":{"members":[]},"errors":null}""",
            inTime.GetProperty("dissolveHousehold").ToString()
        );
    }

    [Fact]
    public async Task The_last_one_of_a_household_moves_out_before_leaving_it()
    {
        // arrange
        var member = await AddMemberAsync();
        var moved = await Board.DataAsync(MoveTogether(await AddUnitAsync("209"), "Die Letzte", member));
        var occupancy = moved.GetProperty("moveIn").GetProperty("occupancy");
        var household = occupancy.GetProperty("household").GetProperty("id").GetString();
        var leave = $$"""
            mutation { leaveHousehold(input: { householdId: "{{household}}", memberId: "{{member}}", until: "2026-04-30" }) {
              errors { ... on HouseholdStillLivesHereError { code unitNumber } }
            } }
            """;

        // act
        var tooEarly = await Board.DataAsync(leave);
        await Board.DataAsync(
            $$"""mutation { moveOut(input: { occupancyId: "{{occupancy.GetProperty("id").GetString()}}", until: "2026-04-30" }) { occupancy { id } } }"""
        );
        var inTime = await Board.DataAsync(leave);

        // assert
        Assert.Equal(
            """{"leaveHousehold":{"errors":[{"code":"HOUSEHOLD_STILL_LIVES_HERE","unitNumber":"209"}]}}""",
            tooEarly.ToString()
        );
        Assert.Equal("""{"leaveHousehold":{"errors":null}}""", inTime.ToString());
    }

    [Fact]
    public async Task A_unit_is_not_let_to_a_household_in_which_nobody_lives()
    {
        // arrange: they live together from February on
        var formed = await Board.DataAsync(
            $$"""
            mutation { formHousehold(input: { name: "Bald", memberIds: ["{{await AddMemberAsync()}}"], from: "2026-02-01" }) {
              household { id }
            } }
            """
        );
        var household = formed.GetProperty("formHousehold").GetProperty("household").GetProperty("id").GetString();
        var unit = await AddUnitAsync("210");

        // act
        var refused = await Board.DataAsync(
            $$"""
            mutation {
              tooEarly: moveIn(input: { unitId: "{{unit}}", householdId: "{{household}}", from: "2026-01-01" }) {
                errors { ... on HouseholdEmptyError { code on } }
              }
              nobody: moveIn(input: { unitId: "{{unit}}", newHousehold: { name: "Leer", memberIds: [] }, from: "2026-01-01" }) {
                errors { ... on HouseholdEmptyError { code on } }
              }
              inTime: moveIn(input: { unitId: "{{unit}}", householdId: "{{household}}", from: "2026-02-01" }) {
                occupancy { id }
              }
            }
            """
        );
        var occupancy = refused.GetProperty("inTime").GetProperty("occupancy").GetProperty("id").GetString();
        var corrected = await Board.DataAsync(
            $$"""
            mutation { correctOccupancy(input: { occupancyId: "{{occupancy}}", from: "2026-01-15" }) {
              errors { ... on HouseholdEmptyError { code on } }
            } }
            """
        );

        // assert
        const string Empty = """{"errors":[{"code":"HOUSEHOLD_EMPTY","on":"2026-01-01"}]}""";
        Assert.Equal((Empty, Empty), ($"{refused.GetProperty("tooEarly")}", $"{refused.GetProperty("nobody")}"));
        Assert.Equal(
            """{"errors":[{"code":"HOUSEHOLD_EMPTY","on":"2026-01-15"}]}""",
            corrected.GetProperty("correctOccupancy").ToString()
        );
    }

    [Theory]
    [InlineData("2019-12-31", "2026-12-31", "2019-12-31")]
    [InlineData("2026-01-01", "null", "2026-07-01")]
    public async Task Nobody_lives_here_before_or_after_being_a_member(string from, string until, string outside)
    {
        // arrange
        var unit = await AddUnitAsync("208-" + from);
        var kim = await AddMemberAsync("2020-01-01");
        await Board.DataAsync(
            $"mutation {{ endMembership(input: {{ memberId: \"{kim}\", leftOn: \"2026-06-30\" }}) {{ member {{ id }} }} }}"
        );

        // act
        until = until == "null" ? until : $"\"{until}\"";
        var refused = await Board.DataAsync(
            $$"""
            mutation {
              moveIn(input: { unitId: "{{unit}}", memberId: "{{kim}}", from: "{{from}}", until: {{until}} }) {
                occupancy { id }
                errors { ... on MembershipNotCurrentError { code on } }
              }
              formHousehold(input: { name: "Kim", memberIds: ["{{kim}}"], from: "{{outside}}" }) {
                household { id }
                errors { ... on Error { code } }
              }
            }
            """
        );
        var allowed = await Board.DataAsync(
            $$"""
            mutation {
              moveIn(input: { unitId: "{{unit}}", memberId: "{{kim}}", from: "2020-01-01", until: "2026-06-30" }) {
                occupancy { id }
              }
            }
            """
        );
        var occupancy = allowed.GetProperty("moveIn").GetProperty("occupancy").GetProperty("id").GetString();
        var longer = await Board.DataAsync(
            $$"""
            mutation {
              correctOccupancy(input: { occupancyId: "{{occupancy}}", until: null }) { errors { ... on Error { code } } }
              moveOut(input: { occupancyId: "{{occupancy}}", until: "2026-07-01" }) { errors { ... on Error { code } } }
            }
            """
        );

        // assert
        Assert.Equal(
            """{"moveIn":{"occupancy":null,"errors":[{"code":"MEMBERSHIP_NOT_CURRENT","on":"OUTSIDE"}]},"formHousehold":{"household":null,"errors":[{"code":"MEMBERSHIP_NOT_CURRENT"}]}}""".Replace(
                "OUTSIDE",
                outside,
                StringComparison.Ordinal
            ),
            refused.ToString()
        );
        Assert.Equal(
            """{"correctOccupancy":{"errors":[{"code":"MEMBERSHIP_NOT_CURRENT"}]},"moveOut":{"errors":[{"code":"MEMBERSHIP_NOT_CURRENT"}]}}""",
            longer.ToString()
        );
    }

    [Fact]
    public async Task What_was_planned_is_withdrawn_and_still_known_as_it_was_planned()
    {
        // arrange
        var unit = await AddUnitAsync("251");
        var day = DateOnly.FromDateTime(world.House.Clock.Now.Date).AddDays(60);
        var planned = (
            await Board.DataAsync(
                world.With(
                    $$"""mutation { moveIn(input: { unitId: "{{unit}}", memberId: "<other>", from: "{{day:yyyy-MM-dd}}" }) { occupancy { id recordedAt } } }"""
                )
            )
        )
            .GetProperty("moveIn")
            .GetProperty("occupancy");
        world.House.Clock.Now = world.House.Clock.Now.AddSeconds(1);

        // act
        var withdraw = $$"""
            mutation {
              withdrawOccupancy(input: { occupancyId: "{{planned.GetProperty("id").GetString()}}" }) {
                occupancy { unit { occupancies { id } } }
                errors { ... on Error { code } }
              }
            }
            """;
        var first = await Board.DataAsync(withdraw);
        var second = await Board.DataAsync(withdraw);

        // assert
        Assert.Equal(
            """{"withdrawOccupancy":{"occupancy":{"unit":{"occupancies":[]}},"errors":null}}""",
            first.ToString()
        );
        Assert.Equal(
            """{"withdrawOccupancy":{"occupancy":null,"errors":[{"code":"OCCUPANCY_SUPERSEDED"}]}}""",
            second.ToString()
        );
        var known = planned.GetProperty("recordedAt").GetString();
        var before = await Board.DataAsync(
            $$"""{ unit(id: "{{unit}}") { occupancies(asOf: "{{day:yyyy-MM-dd}}", knownAt: "{{known}}") { from } } }"""
        );
        Assert.Equal($$$"""{"unit":{"occupancies":[{"from":"{{{day:yyyy-MM-dd}}}"}]}}""", before.ToString());
    }

    private static string MoveTogether(string unit, string name, string member) =>
        $$"""
            mutation {
              moveIn(input: {
                unitId: "{{unit}}", from: "2026-02-01", newHousehold: { name: "{{name}}", memberIds: ["{{member}}"] }
              }) {
                occupancy { id household { id name members(asOf: "2026-02-01") { from } } }
                errors { ... on Error { code } }
              }
            }
            """;

    private async Task<string> AddMemberAsync(string joinedOn = "2026-01-01")
    {
        var added = await Board.DataAsync(
            $"mutation {{ addMember(input: {{ givenName: \"Neu\", familyName: \"Hier\", joinedOn: \"{joinedOn}\" }}) {{ member {{ id }} }} }}"
        );
        return added.GetProperty("addMember").GetProperty("member").GetProperty("id").GetString()!;
    }

    private async Task<string> AddUnitAsync(string number)
    {
        var added = await Board.DataAsync(
            world.With(
                $"mutation {{ addUnit(input: {{ buildingId: \"<building>\", number: \"{number}\", type: FLAT }}) {{ unit {{ id }} }} }}"
            )
        );
        return added.GetProperty("addUnit").GetProperty("unit").GetProperty("id").GetString()!;
    }

    private async Task<int> CountAsync(string unit)
    {
        var answer = await Board.DataAsync($"{{ unit(id: \"{unit}\") {{ occupancies {{ id }} }} }}");
        return answer.GetProperty("unit").GetProperty("occupancies").GetArrayLength();
    }
}
