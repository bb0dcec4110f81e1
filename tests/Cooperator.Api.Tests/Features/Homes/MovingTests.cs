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
        var answer = await Board.DataAsync(
            $$"""
            { unit(id: "{{unit}}") {
              march: occupancies(asOf: "2026-03-31") { until }
              april: occupancies(asOf: "2026-04-01") { until }
              aprilAsBelieved: occupancies(asOf: "2026-04-01", knownAt: "{{recordedAt}}") { until }
            } }
            """
        );

        // assert
        Assert.Equal(
            """{"march":[{"until":"2026-03-31"}],"april":[],"aprilAsBelieved":[{"until":null}]}""",
            answer.GetProperty("unit").ToString()
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
