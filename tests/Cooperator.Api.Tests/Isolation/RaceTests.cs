using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Cooperator.Api.Tests.Identity;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>
/// Two people do at the same moment what only one of them may: one is let, the other is told why not, in the words of
/// the rule and not of the database.
/// </summary>
public sealed class RaceTests(TwoCoops house) : IClassFixture<TwoCoops>
{
    private const int Contenders = 4;

    private int _count;

    private HttpClient Admin => house[Viewer.Admin];

    [Fact]
    public async Task A_unit_is_let_once()
    {
        var unit = await AddUnitAsync();
        var members = await Task.WhenAll(Enumerable.Range(0, Contenders).Select(_ => AddMemberAsync()));
        await OneWinsAsync(
            "UNIT_ALREADY_LET",
            i => $$"""moveIn(input: { unitId: "{{unit}}", memberId: "{{members[i]}}", from: "2026-01-01" })"""
        );
    }

    [Fact]
    public async Task Somebody_moves_out_once()
    {
        var (unit, member) = (await AddUnitAsync(), await AddMemberAsync());
        var moved = await DoAsync(
            $$"""moveIn(input: { unitId: "{{unit}}", memberId: "{{member}}", from: "2026-01-01" }) { occupancy { id } }"""
        );
        var occupancy = moved.GetProperty("occupancy").Text("id");
        await OneWinsAsync(
            "OCCUPANCY_SUPERSEDED",
            i =>
                i % 2 == 0
                    ? $$"""moveOut(input: { occupancyId: "{{occupancy}}", until: "2026-02-0{{i + 1}}" })"""
                    : $$"""correctOccupancy(input: { occupancyId: "{{occupancy}}", from: "2026-01-0{{i + 1}}" })"""
        );
    }

    [Fact]
    public async Task A_role_is_granted_once()
    {
        var member = await AddMemberAsync();
        await OneWinsAsync(
            "ROLE_ALREADY_GRANTED",
            _ => $$"""grantRole(input: { memberId: "{{member}}", role: MAINTAINER, from: "2026-01-01" })"""
        );
    }

    [Fact]
    public async Task A_membership_ends_once()
    {
        var member = await AddMemberAsync();
        await OneWinsAsync(
            "MEMBERSHIP_NOT_CURRENT",
            _ => $$"""endMembership(input: { memberId: "{{member}}", leftOn: "2026-02-01" })"""
        );
    }

    [Fact]
    public async Task A_membership_is_resumed_once()
    {
        var member = await AddMemberAsync();
        await DoAsync(
            $$"""endMembership(input: { memberId: "{{member}}", leftOn: "2026-02-01" }) { errors { __typename } }"""
        );
        await OneWinsAsync(
            "MEMBERSHIP_PERIODS_OVERLAP",
            _ => $$"""resumeMembership(input: { memberId: "{{member}}", joinedOn: "2026-03-01" })"""
        );
    }

    [Fact]
    public async Task Nobody_is_in_two_households()
    {
        var member = await AddMemberAsync();
        var household = (
            await DoAsync(
                """formHousehold(input: { name: "Leer", memberIds: [], from: "2026-01-01" }) { household { id } }"""
            )
        )
            .GetProperty("household")
            .Text("id");
        await OneWinsAsync(
            "ALREADY_IN_HOUSEHOLD",
            i =>
                i % 2 == 0
                    ? $$"""formHousehold(input: { name: "H{{i}}", memberIds: ["{{member}}"], from: "2026-01-01" })"""
                    : $$"""joinHousehold(input: { householdId: "{{household}}", memberId: "{{member}}", from: "2026-01-01" })"""
        );
    }

    [Fact]
    public async Task A_household_is_left_once()
    {
        var member = await AddMemberAsync();
        var household = (
            await DoAsync(
                $$"""formHousehold(input: { name: "Los", memberIds: ["{{member}}"], from: "2026-01-01" }) { household { id } }"""
            )
        )
            .GetProperty("household")
            .Text("id");
        await OneWinsAsync(
            "NOT_IN_HOUSEHOLD",
            _ =>
                $$"""leaveHousehold(input: { householdId: "{{household}}", memberId: "{{member}}", until: "2026-01-31" })""",
            later: $$"""leaveHousehold(input: { householdId: "{{household}}", memberId: "{{member}}", until: "2026-02-28" })"""
        );
    }

    [Fact]
    public async Task Names_of_buildings_and_numbers_of_units_are_taken_once()
    {
        await OneWinsAsync("BUILDING_NAME_TAKEN", _ => """addBuilding(input: { name: "Einmalig" })""");
        var building = house.Ours.Id("Building");
        await OneWinsAsync(
            "UNIT_NUMBER_TAKEN",
            _ => $$"""addUnit(input: { buildingId: "{{building}}", number: "einmalig", type: FLAT })"""
        );
    }

    [Fact]
    public async Task A_unit_is_removed_or_let_but_not_both()
    {
        var (unit, member) = (await AddUnitAsync(), await AddMemberAsync());
        var answers = await AllAsync(i =>
            i == 0
                ? $$"""removeUnit(input: { unitId: "{{unit}}" })"""
                : $$"""moveIn(input: { unitId: "{{unit}}", memberId: "{{member}}", from: "2026-01-01" })"""
        );
        Assert.Single(answers, a => a is null);
        Assert.All(
            answers.Where(a => a is not null),
            a => Assert.Contains(a, new[] { "UNIT_NOT_FOUND", "UNIT_HAS_HISTORY", "UNIT_ALREADY_LET" })
        );
    }

    [Fact]
    public async Task A_unit_is_let_or_made_a_common_place_but_not_both()
    {
        var (unit, member) = (await AddUnitAsync(), await AddMemberAsync());
        var answers = await AllAsync(i =>
            i == 0
                ? $$"""changeUnit(input: { unitId: "{{unit}}", type: COMMON })"""
                : $$"""moveIn(input: { unitId: "{{unit}}", memberId: "{{member}}", from: "2026-01-01" })"""
        );
        var common = answers[0] is null;
        Assert.True(common || answers[0] is "UNIT_IS_LET", answers[0]);
        Assert.Equal(common ? 0 : 1, answers.Skip(1).Count(a => a is null));
        Assert.All(
            answers.Skip(1).Where(a => a is not null),
            a => Assert.Equal(common ? "COMMON_PLACE_CANNOT_BE_LET" : "UNIT_ALREADY_LET", a)
        );
    }

    [Fact]
    public async Task A_building_is_removed_or_gets_a_unit_but_not_both()
    {
        var added = await DoAsync("""addBuilding(input: { name: "Abriss" }) { building { id } }""");
        var building = added.GetProperty("building").Text("id");
        var answers = await AllAsync(i =>
            i == 0
                ? $$"""removeBuilding(input: { buildingId: "{{building}}" })"""
                : $$"""addUnit(input: { buildingId: "{{building}}", number: "{{i}}", type: FLAT })"""
        );
        var removed = answers[0] is null;
        Assert.True(removed || answers[0] is "BUILDING_HAS_UNITS", answers[0]);
        Assert.All(answers.Skip(1), a => Assert.Equal(removed ? "BUILDING_NOT_FOUND" : null, a));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        // In the other co-op there are two; everybody releases one of them at the same moment.
        var found = await house.TheirAdmin.AskAsync(
            "{ members(role: ADMIN) { nodes { id roleAssignments { id role } } } }",
            "seestrasse"
        );
        var roles = found
            .Data()
            .GetProperty("members")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(m => m.GetProperty("roleAssignments")[0].Text("id"))
            .ToList();
        Assert.Equal(2, roles.Count);
        var today = house.Clock.Now.AddDays(30);
        var answers = await AllAsync(
            i => $$"""endRole(input: { roleAssignmentId: "{{roles[i % 2]}}", until: "{{today:yyyy-MM-dd}}" })""",
            house.TheirAdmin,
            "seestrasse"
        );
        Assert.Contains("LAST_ADMIN", answers);
        Assert.All(answers, a => Assert.True(a is null or "LAST_ADMIN", a));
        var left = await house.TheirAdmin.AskAsync(
            "{ members(role: ADMIN) { nodes { roleAssignments { role until } } } }",
            "seestrasse"
        );
        Assert.Single(
            left.Data().GetProperty("members").GetProperty("nodes").EnumerateArray(),
            m => m.GetProperty("roleAssignments")[0].GetProperty("until").ValueKind == JsonValueKind.Null
        );
    }

    [Fact]
    public async Task A_list_is_applied_once()
    {
        using var upload = new HttpRequestMessage(HttpMethod.Post, "/imports?kind=MEMBERS")
        {
            Content = new StringContent("Vorname;Nachname;Eintritt\nEin;Mal;2021-01-01\n", Encoding.UTF8, "text/csv"),
        };
        upload.Headers.Add("Cooperator-Coop", "lindenhof");
        var import = (await (await Admin.SendAsync(upload)).JsonAsync(201)).Text("id");
        await OneWinsAsync("IMPORT_ALREADY_APPLIED", _ => $$"""applyImport(input: { importId: "{{import}}" })""");
        var found = await Admin.AskAsync("""{ members(search: "Ein Mal", status: null) { totalCount } }""");
        Assert.Equal(1, found.Data().GetProperty("members").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task An_invitation_is_revoked_once_and_only_the_newest_is_open()
    {
        var member = await AddMemberAsync();
        var invited = await AllAsync(i =>
            $$"""inviteMember(input: { memberId: "{{member}}", email: "race{{i}}@example.org" })"""
        );
        Assert.All(invited, Assert.Null);
        var open = await Admin.AskAsync($$"""{ member(id: "{{member}}") { invitation { id } } }""");
        var invitation = open.Data().GetProperty("member").GetProperty("invitation").Text("id");
        await OneWinsAsync(
            "INVITATION_NOT_OPEN",
            _ => $$"""revokeInvitation(input: { invitationId: "{{invitation}}" })"""
        );
    }

    [Fact]
    public async Task Two_who_change_one_member_both_succeed()
    {
        var member = await AddMemberAsync();
        var answers = await AllAsync(i =>
            i % 2 == 0
                ? $$"""renameMember(input: { memberId: "{{member}}", givenName: "N{{i}}", familyName: "Race" })"""
                : $$"""changeContactDetails(input: { memberId: "{{member}}", phone: "{{i}}{{i}}{{i}}" })"""
        );
        Assert.All(answers, Assert.Null);
    }

    [Fact]
    public async Task A_refresh_token_is_good_for_one_of_two()
    {
        var tokens = await house.TokensAsync(await house.AddPersonAsync());
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, Contenders)
                .Select(_ =>
                    house.CreateClient().PostAsJsonAsync("/auth/token/refresh", new { refreshToken = tokens.Refresh })
                )
        );
        Assert.True(answers.Count(a => a.IsSuccessStatusCode) <= 1);
        foreach (var answer in answers.Where(a => !a.IsSuccessStatusCode))
        {
            var problem = await answer.JsonAsync(401);
            Assert.Contains(problem.Text("code"), new[] { "REFRESH_TOKEN_REUSED", "REFRESH_TOKEN_INVALID" });
        }
    }

    private async Task OneWinsAsync(string refusal, Func<int, string> mutation, string? later = null)
    {
        var answers = await AllAsync(mutation);
        Assert.True(answers.Count(a => a is null) == 1, string.Join(", ", answers.Select(a => a ?? "done")));
        Assert.All(answers.Where(a => a is not null), a => Assert.Equal(refusal, a));
        if (later is not null)
        {
            Assert.Equal([refusal], (await AllAsync(_ => later)).Distinct());
        }
    }

    /// <summary>For each contender the code of the refusal; null for who was let.</summary>
    private async Task<string?[]> AllAsync(
        Func<int, string> mutation,
        HttpClient? client = null,
        string coop = "lindenhof"
    )
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, Contenders)
                .Select(i =>
                    (client ?? Admin).AskAsync(
                        $"mutation {{ done: {mutation(i)} {{ errors {{ ... on Error {{ code }} }} }} }}",
                        coop
                    )
                )
        );
        return
        [
            .. answers.Select(answer =>
                answer.Data().GetProperty("done").GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
                    ? errors[0].Text("code")
                    : null
            ),
        ];
    }

    private async Task<JsonElement> DoAsync(string mutation) =>
        (await Admin.AskAsync($"mutation {{ done: {mutation} }}")).Data().GetProperty("done");

    private async Task<string> AddUnitAsync()
    {
        var (building, number) = (house.Ours.Id("Building"), Interlocked.Increment(ref _count));
        var added = await DoAsync(
            $$"""addUnit(input: { buildingId: "{{building}}", number: "R{{number}}-{{Guid.NewGuid().ToString("N")[..8]}}", type: FLAT }) { unit { id } }"""
        );
        return added.GetProperty("unit").Text("id");
    }

    private async Task<string> AddMemberAsync()
    {
        var added = await DoAsync(
            """addMember(input: { givenName: "Renn", familyName: "Fahrer", joinedOn: "2025-01-01" }) { member { id } }"""
        );
        return added.GetProperty("member").Text("id");
    }
}
