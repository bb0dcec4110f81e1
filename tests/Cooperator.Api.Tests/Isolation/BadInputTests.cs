using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>What people and programs send by mistake or on purpose: every answer says what is wrong, none is a failure of ours.</summary>
public sealed class BadInputTests(TwoCoops house) : IClassFixture<TwoCoops>
{
    private static readonly string TooLong = new('x', 1001);

    private HttpClient Admin => house[Viewer.Admin];

    [Fact]
    public async Task All_faults_of_an_input_are_told_at_once()
    {
        await FaultsAsync(
            $$"""addMember(input: { givenName: "{{TooLong}}", familyName: "{{TooLong}}", email: "no address", phone: "{{TooLong}}", joinedOn: "2026-01-01" })""",
            "givenName:TOO_LONG",
            "familyName:TOO_LONG",
            "email:INVALID_EMAIL",
            "phone:TOO_LONG"
        );
        var (building, unit, member) = (house.Ours.Id("Building"), house.Ours.Id("Unit"), house.Ours.Id("Member"));
        await FaultsAsync(
            $$"""addUnit(input: { buildingId: "{{building}}", number: " ", type: FLAT, floor: 999, sizeSquareMetres: -1, rooms: -1, shares: -1 })""",
            "number:REQUIRED",
            "floor:OUT_OF_RANGE",
            "sizeSquareMetres:OUT_OF_RANGE",
            "rooms:OUT_OF_RANGE",
            "shares:OUT_OF_RANGE"
        );
        await FaultsAsync(
            $$"""changeUnit(input: { unitId: "{{unit}}", number: "{{TooLong}}", floor: -99 })""",
            "number:TOO_LONG",
            "floor:OUT_OF_RANGE"
        );
        await FaultsAsync(
            $$"""addBuilding(input: { name: "", address: "{{TooLong}}" })""",
            "name:REQUIRED",
            "address:TOO_LONG"
        );
        await FaultsAsync(
            """changeCoop(input: { name: "", timeZone: "Europe/Atlantis", locale: "" })""",
            "name:REQUIRED",
            "timeZone:UNKNOWN_TIME_ZONE",
            "locale:REQUIRED"
        );
        await FaultsAsync(
            $$"""changeContactDetails(input: { memberId: "{{member}}", email: "@", phone: "{{TooLong}}" })""",
            "email:INVALID_EMAIL",
            "phone:TOO_LONG"
        );
        await FaultsAsync(
            $$"""renameMember(input: { memberId: "{{member}}", givenName: "{{TooLong}}", familyName: "{{TooLong}}" })""",
            "givenName:TOO_LONG",
            "familyName:TOO_LONG"
        );
        await FaultsAsync(
            $$"""renameMember(input: { memberId: "{{member}}", givenName: " ", familyName: "" })""",
            "givenName:NAME_MISSING"
        );
        await FaultsAsync(
            $$"""moveIn(input: { unitId: "{{unit}}", memberId: "{{member}}", newHousehold: { name: "X", memberIds: [] }, from: "2036-01-01" })""",
            "householdId:NOT_ONE_OCCUPANT"
        );
        await FaultsAsync(
            $$"""moveIn(input: { unitId: "{{unit}}", newHousehold: { name: "", memberIds: [] }, from: "2036-01-01" })""",
            "name:REQUIRED"
        );
    }

    [Theory]
    [InlineData("Zoé", "Łuczak-Çelik")]
    [InlineData("王", "小明")]
    [InlineData("محمد", "الأحمد")]
    [InlineData("José 👩‍👩‍👧", "O’Connor \\\"\\\\ d'Arc")]
    [InlineData("A\u030Angstro\u0308m", "Ωmega")]
    public async Task Names_of_all_scripts_come_back_as_they_were_given(string given, string family)
    {
        var added = await DoAsync(
            $$"""addMember(input: { givenName: "{{given}}", familyName: "{{family}}", joinedOn: "2026-01-01" }) { member { id givenName familyName } }"""
        );
        var member = added.GetProperty("member");
        string Plain(string text) =>
            JsonDocument.Parse($"\"{text}\"").RootElement.GetString()!.Normalize(NormalizationForm.FormC);
        Assert.Equal((Plain(given), Plain(family)), (member.Text("givenName"), member.Text("familyName")));
        var found = await Admin.AskAsync(
            "query($search: String!) { members(search: $search) { nodes { id } } }",
            variables: new { search = Plain(given) }
        );
        Assert.Contains(member.Text("id"), found.Data().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("a\\u0000b")]
    [InlineData("%")]
    [InlineData("_\\\\")]
    [InlineData("a\\uFFFEb")]
    [InlineData("' OR 1=1 --")]
    public async Task Nothing_that_is_searched_for_breaks_a_list(string search)
    {
        foreach (var list in new[] { "members", "units", "households" })
        {
            var found = await Admin.AskAsync($$"""{ {{list}}(search: "{{search}}") { nodes { id } } }""");
            // The first two no text can hold.
            Assert.All(found.Codes(), code => Assert.Equal("INVALID_INPUT", code));
            Assert.Equal(search.Contains("u0000", StringComparison.Ordinal), found.Codes().Length > 0);
        }
    }

    [Theory]
    [InlineData("""renameMember(input: { memberId: "MEMBER", givenName: "a\u0000b", familyName: "x" })""")]
    [InlineData("""renameHousehold(input: { householdId: "HOUSEHOLD", name: "a\u0000b" })""")]
    [InlineData("""addBuilding(input: { name: "a\u0000b" })""")]
    [InlineData("""endMembership(input: { memberId: "MEMBER", leftOn: "2036-01-01", reason: "a\u0000b" })""")]
    [InlineData("""addMember(input: { givenName: "A", familyName: "B", joinedOn: "9999-12-31" })""")]
    [InlineData("""addMember(input: { givenName: "A", familyName: "B", joinedOn: "0001-01-01" })""")]
    [InlineData("""grantRole(input: { memberId: "MEMBER", role: MAINTAINER, from: "9999-12-31" })""")]
    [InlineData(
        """grantRole(input: { memberId: "MEMBER", role: MAINTAINER, from: "2026-01-01", until: "9999-12-31" })"""
    )]
    [InlineData(
        """grantRole(input: { memberId: "MEMBER", role: MAINTAINER, from: "2026-02-01", until: "2026-01-01" })"""
    )]
    [InlineData("""endRole(input: { roleAssignmentId: "ROLE", until: "9999-12-31" })""")]
    [InlineData("""endRole(input: { roleAssignmentId: "ADMINROLE", until: "9999-12-31" })""")]
    [InlineData("""endRole(input: { roleAssignmentId: "ADMINROLE", until: "0001-01-01" })""")]
    [InlineData("""endMembership(input: { memberId: "MEMBER", leftOn: "9999-12-31" })""")]
    [InlineData("""endMembership(input: { memberId: "MEMBER", leftOn: "0001-01-01" })""")]
    [InlineData("""resumeMembership(input: { memberId: "FORMER", joinedOn: "9999-12-31" })""")]
    [InlineData("""moveIn(input: { unitId: "EMPTY", memberId: "MEMBER", from: "9999-12-31" })""")]
    [InlineData("""moveIn(input: { unitId: "EMPTY", memberId: "MEMBER", from: "2026-01-01", until: "9999-12-31" })""")]
    [InlineData("""moveIn(input: { unitId: "EMPTY", memberId: "MEMBER", from: "2026-02-01", until: "2026-01-01" })""")]
    [InlineData("""moveOut(input: { occupancyId: "OCCUPANCY", until: "9999-12-31" })""")]
    [InlineData("""moveOut(input: { occupancyId: "OCCUPANCY", until: "0001-01-01" })""")]
    [InlineData("""correctOccupancy(input: { occupancyId: "OCCUPANCY", from: "9999-12-31", until: "0001-01-01" })""")]
    [InlineData("""formHousehold(input: { name: "X", memberIds: [], from: "9999-12-31" })""")]
    [InlineData("""joinHousehold(input: { householdId: "HOUSEHOLD", memberId: "MEMBER", from: "9999-12-31" })""")]
    [InlineData("""leaveHousehold(input: { householdId: "HOUSEHOLD", memberId: "MEMBER", until: "0001-01-01" })""")]
    [InlineData("""leaveHousehold(input: { householdId: "HOUSEHOLD", memberId: "MEMBER", until: "9999-12-31" })""")]
    [InlineData("""addUnit(input: { buildingId: "BUILDING", number: "X", type: FLAT, sizeSquareMetres: 0.0001 })""")]
    [InlineData(
        """addUnit(input: { buildingId: "BUILDING", number: "Y", type: FLAT, sizeSquareMetres: 99999.9999 })"""
    )]
    [InlineData("""addUnit(input: { buildingId: "BUILDING", number: "Z", type: FLAT, rooms: 999.9999 })""")]
    [InlineData("""changeCoop(input: { name: null, timeZone: null, locale: null })""")]
    [InlineData("""changeUnit(input: { unitId: "UNIT", number: null, type: null, shares: null })""")]
    [InlineData("""changeContactDetails(input: { memberId: "MEMBER", emailVisibility: null })""")]
    [InlineData("""setQuietHours(input: { from: 99, until: -1 })""")]
    [InlineData("""setQuietHours(input: { from: 22 })""")]
    [InlineData("""setQuietHours(input: { from: 7, until: 7 })""")]
    [InlineData("""setDigest(input: { hour: 24 })""")]
    [InlineData("""addWebhook(input: { url: "ftp://example.org", kinds: [] })""")]
    [InlineData("""addWebhook(input: { url: "https://u:p@example.org", kinds: [] })""")]
    [InlineData("""addWebhook(input: { url: "https://[::1]/", kinds: ["\u0000"] })""")]
    [InlineData("""addWebhook(input: { url: "https://192.0.2.1/", kinds: ["DROP TABLE"] })""")]
    [InlineData("""runJob(input: { name: "a\u0000b" })""")]
    [InlineData("""inviteMember(input: { memberId: "MEMBER", email: "a@b\u0000.org" })""")]
    [InlineData("""addTask(input: { title: "a\u0000b", description: "a\u0000b", estimateHours: 0.001 })""")]
    [InlineData("""addTask(input: { title: "a\uFFFEb" })""")]
    [InlineData("""addTask(input: { title: "A", description: "a\uFFFEb\uFFFF" })""")]
    [InlineData("""inviteMember(input: { memberId: "MEMBER", email: "a@b\uFFFE.org" })""")]
    [InlineData("""addTask(input: { title: "A", dueOn: "9999-12-31", estimateHours: 99999999999999999999999999 })""")]
    [InlineData("""changeTask(input: { taskId: "TASK", title: null, dueOn: "0001-01-01", estimateHours: -1 })""")]
    [InlineData("""moveTask(input: { taskId: "TASK", column: REVIEW, afterTaskId: "TASK", beforeTaskId: "TASK" })""")]
    [InlineData("""addChecklistItem(input: { taskId: "TASK", text: "a\u0000b" })""")]
    [InlineData("""moveChecklistItem(input: { itemId: "ITEM", position: -2147483648 })""")]
    [InlineData("""moveChecklistItem(input: { itemId: "ITEM", position: 2147483647 })""")]
    [InlineData("""addTaskLabel(input: { name: "a\u0000b", colour: RED })""")]
    [InlineData("""setBoardColumn(input: { column: REVIEW, name: "a\u0000b", wipLimit: -1 })""")]
    [InlineData("""setAssignmentLimit(input: { limit: 0 })""")]
    [InlineData(
        """exemptFromAssignmentLimit(input: { memberId: "MEMBER", until: "9999-12-31", reason: "a\u0000b" })"""
    )]
    [InlineData("""addComment(input: { subjectId: "TASK", body: "a\u0000b @[x](TWVtYmVyOg)" })""")]
    [InlineData("""addComment(input: { subjectId: "MEMBER", body: "x" })""")]
    public async Task No_input_makes_a_mutation_fail(string mutation)
    {
        var spare = NodeIds.Format("Member", (await house.AddPersonAsync(Role.Admin)).MemberId);
        var member = await Admin.AskAsync($$"""{ member(id: "{{spare}}") { roleAssignments { id } } }""");
        var adminRole = member.Data().GetProperty("member").GetProperty("roleAssignments")[0].Text("id");
        mutation = mutation
            .Replace("FORMER", NodeIds.Format("Member", house.Ours.Former.Id), StringComparison.Ordinal)
            .Replace("EMPTY", NodeIds.Format("Unit", house.Ours.Empty.Id), StringComparison.Ordinal)
            .Replace("ADMINROLE", adminRole, StringComparison.Ordinal)
            .Replace("\"ROLE", "\"" + house.Ours.Id("RoleAssignment"), StringComparison.Ordinal)
            .Replace("\"MEMBER", "\"" + house.Ours.Id("Member"), StringComparison.Ordinal)
            .Replace("\"HOUSEHOLD", "\"" + house.Ours.Id("Household"), StringComparison.Ordinal)
            .Replace("\"OCCUPANCY", "\"" + house.Ours.Id("Occupancy"), StringComparison.Ordinal)
            .Replace("\"BUILDING", "\"" + house.Ours.Id("Building"), StringComparison.Ordinal)
            .Replace("\"TASK", "\"" + house.Ours.Id("Task"), StringComparison.Ordinal)
            .Replace("\"ITEM", "\"" + house.Ours.Id("ChecklistItem"), StringComparison.Ordinal)
            .Replace("\"UNIT", "\"" + house.Ours.Id("Unit"), StringComparison.Ordinal);
        var answer = await Admin.AskAsync(
            $"mutation {{ done: {mutation} {{ errors {{ __typename ... on Error {{ code message }} }} }} }}"
        );
        Assert.DoesNotContain("INTERNAL_ERROR", answer.ToString(), StringComparison.Ordinal);

        // What was taken can be read again.
        (
            await Admin.AskAsync(
                "{ members(status: null) { nodes { status periods { joinedOn leftOn } roles } } occupancies { nodes { from until } } }"
            )
        ).Data();
    }

    [Theory]
    [InlineData("""{ member(id: "") { id } }""")]
    [InlineData("""{ member(id: "UNITID") { id } }""")]
    [InlineData("""{ node(id: "TWVtYmVyOg") { id } }""")]
    [InlineData("""{ node(id: "QWNjb3VudDphYWFhYWFhYWFhYWFhYWFh") { id } }""")]
    [InlineData("""{ activity(subjectId: "TWVtYmVyOg") { nodes { id } } }""")]
    [InlineData("""{ members(after: "TWVtYmVyOg") { nodes { id } } }""")]
    [InlineData("""{ tasks(filter: { search: "\u0000" }) { nodes { id } } }""")]
    [InlineData(
        """{ tasks(filter: { search: "% _ \\ ' a b c d e f g h", dueFrom: "9999-12-31", dueUntil: "0001-01-01" }) { nodes { id } } }"""
    )]
    [InlineData("""{ board { columns { tasks(after: "TWVtYmVyOg") { nodes { id } } } } }""")]
    [InlineData("""{ members(first: -1) { nodes { id } } }""")]
    [InlineData("""{ members(first: 2147483647) { nodes { id } } }""")]
    [InlineData("""{ units(asOf: "9999-12-31") { nodes { id residents(asOf: "0001-01-01") { id } } } }""")]
    [InlineData("""{ occupancies(asOf: "9999-12-31", knownAt: "9999-12-31T23:59:59Z") { nodes { id } } }""")]
    [InlineData("""{ occupancies(asOf: "0001-01-01", knownAt: "0001-01-01T00:00:00Z") { nodes { id } } }""")]
    [InlineData("""{ occupancies(knownAt: "2026-01-01T00:00:00+02:00") { nodes { id } } }""")]
    [InlineData("""{ occupancies(knownAt: "0001-01-01T00:00:00+14:00") { nodes { id } } }""")]
    [InlineData("""{ occupancies(knownAt: "9999-12-31T23:59:59-12:00") { nodes { id } } }""")]
    [InlineData("""{ tasks(filter: { search: "a\uFFFEb" }) { nodes { id } } }""")]
    [InlineData("""{ members(where: { givenName: { contains: "\u0000" } }) { nodes { id } } }""")]
    public async Task No_argument_makes_a_query_fail(string query)
    {
        var answer = await Admin.AskAsync(query.Replace("UNITID", house.Ours.Id("Unit"), StringComparison.Ordinal));
        Assert.DoesNotContain("INTERNAL_ERROR", answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new ByteArrayContent(new byte[2 * 1024 * 1024])
            {
                Headers = { { "Content-Type", "application/json" } },
            },
        };
        Assert.Equal(413, (int)(await Admin.SendAsync(request)).StatusCode);
        using var list = new HttpRequestMessage(HttpMethod.Post, "/imports?kind=UNITS")
        {
            Content = new ByteArrayContent(new byte[11 * 1024 * 1024]),
        };
        list.Headers.Add("Cooperator-Coop", "lindenhof");
        await (await Admin.SendAsync(list)).ProblemAsync(413, "LIST_TOO_LARGE");
    }

    [Fact]
    public async Task A_fault_tells_the_limits_that_its_sentence_speaks_of()
    {
        var building = house.Ours.Id("Building");
        var done = await DoAsync(
            $$"""addUnit(input: { buildingId: "{{building}}", number: "{{TooLong}}", type: FLAT, floor: 999 }) { errors { ... on InvalidInputError { message min max } } }"""
        );
        Assert.Equal(
            """[{"message":"This can not be longer than 30 characters.","min":null,"max":30},{"message":"This lies between -9 and 200.","min":-9,"max":200}]""",
            done.GetProperty("errors").ToString()
        );
    }

    [Fact]
    public async Task What_no_text_can_hold_is_refused_over_HTTP_too()
    {
        var answer = await house
            .CreateClient()
            .PostAsJsonAsync("/auth/sign-in", new { email = "a\0b@example.org", password = "whatever it is" });
        var problem = await answer.ProblemAsync(400, "INVALID_INPUT");
        Assert.Equal([":CONTROL_CHARACTER"], problem.Faults());
    }

    [Fact]
    public async Task An_address_that_is_no_text_is_nobody_s()
    {
        var client = house.CreateClient();
        foreach (var path in new[] { "/auth/sign-in", "/auth/token" })
        {
            var answer = await client.PostAsJsonAsync(
                path,
                new { email = "a\uFFFEb@example.org", password = "whatever it is" }
            );
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
    }

    private async Task FaultsAsync(string mutation, params string[] faults)
    {
        var done = await DoAsync(
            $"{mutation} {{ errors {{ ... on Error {{ code }} ... on InvalidInputError {{ path }} }} }}"
        );
        Assert.True(done.GetProperty("errors").ValueKind == JsonValueKind.Array, $"{mutation}: {done}");
        var errors = done.GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal(
            faults.Order(),
            errors.Select(e => $"{e.GetProperty("path")[0].GetString()}:{e.Text("code")}").Order()
        );
    }

    private async Task<JsonElement> DoAsync(string mutation) =>
        (await Admin.AskAsync($"mutation {{ done: {mutation} }}")).Data().GetProperty("done");
}
