using System.Text.Json;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Features.Hours;

/// <summary>The hours ledger over the API.</summary>
public sealed class LedgerTests(LivedInHouse world) : IClassFixture<LivedInHouse>
{
    private GraphQLCaller Board => world.Members[Role.Admin];

    [Fact]
    public async Task A_balance_is_what_was_done_less_what_is_owed_and_a_line_taken_back_counts_no_more()
    {
        // arrange: half of the period exempt
        var (member, period) = (
            await AddMemberAsync("Ada"),
            await OpenAsync("2031", "2031-01-01", "2031-12-31", 36.5m)
        );
        await Board.DataAsync(
            $$"""mutation { exemptFromWork(input: { memberId: "{{member}}", from: "2031-01-01", until: "2031-01-31", reason: "ill" }) { workExemption { id } } }"""
        );

        // act
        await RecordAsync(member, "MEETING", 2.5m, "2031-03-01");
        var twice = await RecordAsync(member, "BONUS", 40, "2031-03-02");
        await RecordAsync(member, "CORRECTION", -0.25m, "2031-03-03");
        await RecordAsync(member, "MEETING", 7, "2030-12-31");
        var back = await Board.DataAsync(Reversal(twice));

        // assert
        Assert.Equal(-40, back.GetProperty("reverseHours").GetProperty("hoursLine").GetProperty("hours").GetDecimal());
        Assert.Equal(
            """{"quotaHours":33.40,"workedHours":2.25,"balanceHours":-31.15}""",
            await AccountAsync(member, period)
        );
    }

    [Fact]
    public async Task Of_two_who_take_a_line_back_at_once_one_is_refused()
    {
        var line = await RecordAsync(await AddMemberAsync("Bela"), "BONUS", 3, "2032-03-02");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Board.DataAsync(Reversal(line))));
        var codes = answers.Select(a => a.GetProperty("reverseHours").GetProperty("errors").ToString());
        Assert.Equal(3, codes.Count(c => c.Contains("HOURS_LINE_ALREADY_REVERSED", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_two_periods_with_the_same_day_opened_at_once_one_is_refused_with_the_facts()
    {
        const string open = """
            mutation { openHoursPeriod(input: { name: "2033", from: "2033-01-01", until: "2033-12-31", quotaHours: 10 }) {
              hoursPeriod { id } errors { ... on HoursPeriodsOverlapError { code name from until } }
            } }
            """;
        var answers = await Task.WhenAll(Board.DataAsync(open), Board.DataAsync(open));
        var refusals = answers
            .Select(a => a.GetProperty("openHoursPeriod").GetProperty("errors").ToString())
            .Where(e => e.Length > 0);
        Assert.Equal(
            """[{"code":"HOURS_PERIODS_OVERLAP","name":"2033","from":"2033-01-01","until":"2033-12-31"}]""",
            Assert.Single(refusals)
        );
    }

    [Theory]
    [InlineData("MEETING", "0")]
    [InlineData("MEETING", "-1")]
    [InlineData("BONUS", "1.005")]
    [InlineData("CORRECTION", "0")]
    [InlineData("CORRECTION", "-1000.5")]
    public async Task Hours_that_can_not_be_meant_are_refused(string kind, string hours)
    {
        var answer = await Board.DataAsync(
            world.With(
                $$"""
                mutation { recordHours(input: { memberIds: ["<member>"], kind: {{kind}}, hours: {{hours}}, reason: "x" }) {
                  errors { ... on InvalidInputError { code path } }
                } }
                """
            )
        );
        Assert.Equal(
            """[{"code":"OUT_OF_RANGE","path":["hours"]}]""",
            answer.GetProperty("recordHours").GetProperty("errors").ToString()
        );
    }

    [Fact]
    public async Task The_lines_and_the_account_of_others_are_the_boards_to_see()
    {
        var (member, period) = (await AddMemberAsync("Cleo"), await OpenAsync("2034", "2034-01-01", "2034-12-31", 10));
        await RecordAsync(member, "MEETING", 2, "2034-03-01");
        var ask = $$"""
            { hoursLines(memberId: "{{member}}") { nodes { hours reason } } member(id: "{{member}}") { hours(periodId: "{{period}}") { workedHours } } }
            """;

        Assert.Equal(
            """{"hoursLines":{"nodes":[{"hours":2.00,"reason":"because"}]},"member":{"hours":{"workedHours":2.00}}}""",
            (await Board.DataAsync(ask)).ToString()
        );
        foreach (var role in new[] { Role.Observer, Role.Resident, Role.Maintainer })
        {
            Assert.Equal(
                """{"hoursLines":{"nodes":[]},"member":{"hours":null}}""",
                (await world.Members[role].DataAsync(ask)).ToString()
            );
        }
    }

    [Fact]
    public async Task Everybody_sees_how_the_work_is_spread_and_nobody_who_did_how_much()
    {
        // arrange: seven of whom two have done what they owe
        await OpenAsync("2036", "2036-01-01", "2036-12-31", 10);
        await OpenAsync("2037", "2037-01-01", "2037-12-31", 10);
        var members = await Task.WhenAll(Enumerable.Range(0, 7).Select(i => AddMemberAsync($"Otto {i}")));
        await RecordAsync(members[0], "BONUS", 10, "2036-01-01");
        await RecordAsync(members[1], "BONUS", 12, "2036-12-31");

        // act
        var answer = await world
            .Members[Role.Observer]
            .DataAsync(
                "{ hoursPeriods { name myAccount { workedHours } fairness { members medianPercent distribution { fromPercent belowPercent members } } } }"
            );

        // assert: two alone would be known, so they are told of together with the others
        var fairness = answer
            .GetProperty("hoursPeriods")
            .EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == "2036")
            .GetProperty("fairness");
        var all = fairness.GetProperty("members").GetInt32();
        Assert.Equal(
            $$"""{"members":{{all}},"medianPercent":0,"distribution":[{"fromPercent":null,"belowPercent":null,"members":{{all}}}]}""",
            fairness.ToString()
        );
    }

    private static string Reversal(string line) =>
        $$"""
            mutation { reverseHours(input: { lineId: "{{line}}", reason: "wrong" }) {
              hoursLine { hours } errors { ... on HoursLineAlreadyReversedError { code } }
            } }
            """;

    private async Task<string> AccountAsync(string member, string period) =>
        (
            await Board.DataAsync(
                $$"""{ member(id: "{{member}}") { hours(periodId: "{{period}}") { quotaHours workedHours balanceHours } } }"""
            )
        )
            .GetProperty("member")
            .GetProperty("hours")
            .ToString();

    private async Task<string> OpenAsync(string name, string from, string until, decimal quota) =>
        Id(
            await Board.DataAsync(
                $$"""mutation { openHoursPeriod(input: { name: "{{name}}", from: "{{from}}", until: "{{until}}", quotaHours: {{quota.ToString(System.Globalization.CultureInfo.InvariantCulture)}} }) { hoursPeriod { id } } }"""
            ),
            "openHoursPeriod",
            "hoursPeriod"
        );

    private async Task<string> AddMemberAsync(string name) =>
        Id(
            await Board.DataAsync(
                $$"""mutation { addMember(input: { givenName: "{{name}}", familyName: "Fleißig", joinedOn: "2020-01-01" }) { member { id } } }"""
            ),
            "addMember",
            "member"
        );

    private async Task<string> RecordAsync(string member, string kind, decimal hours, string workedOn)
    {
        var answer = await Board.DataAsync(
            $$"""
            mutation { recordHours(input: {
              memberIds: ["{{member}}"], kind: {{kind}}, hours: {{hours.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            )}}, workedOn: "{{workedOn}}", reason: "because"
            }) { hoursLines { id } } }
            """
        );
        return answer.GetProperty("recordHours").GetProperty("hoursLines")[0].GetProperty("id").GetString()!;
    }

    private static string Id(JsonElement answer, string mutation, string thing) =>
        answer.GetProperty(mutation).GetProperty(thing).GetProperty("id").GetString()!;
}
