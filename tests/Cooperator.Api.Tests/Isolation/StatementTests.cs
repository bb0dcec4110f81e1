using System.Globalization;
using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>How often the web app's own queries go to the database: a fixed number of times, whatever the size of the page.</summary>
public sealed class StatementTests(StatementTests.BusyHouse house) : IClassFixture<StatementTests.BusyHouse>
{
    [Theory]
    [InlineData("MemberList", 7)]
    [InlineData("UnitList", 5)]
    [InlineData("HouseholdList", 7)]
    [InlineData("RecentActivity", 4)]
    public async Task A_page_of_fifty_asks_as_often_as_a_page_of_five(string operation, int most)
    {
        var five = await CountAsync(Documents.Of(operation), new { first = 5 });
        var fifty = await CountAsync(Documents.Of(operation), new { first = 50 });
        Assert.Equal(five, fifty);
        Assert.InRange(fifty, 1, most);
    }

    [Theory]
    [InlineData("MemberPage", "Member", 10)]
    [InlineData("UnitPage", "Unit", 6)]
    [InlineData("HouseholdPage", "Household", 6)]
    public async Task A_page_of_one_thing_asks_once_for_each_kind(string operation, string type, int most) =>
        Assert.InRange(await CountAsync(Documents.Of(operation), new { id = house.Id(type) }), 1, most);

    [Fact]
    public async Task One_member_with_unit_and_building_takes_one_statement()
    {
        var query = $$"""{ member(id: "{{house.Id("Member")}}") { displayName unit { number building { name } } } }""";
        Assert.Equal(1, await CountAsync(query, null));
    }

    [Fact]
    public async Task A_query_known_for_one_statement_is_read_again_in_one_snapshot_when_it_asks_for_more()
    {
        // arrange: with and without what takes a second statement it is the same operation
        const string Query =
            "query Q($id: ID!, $more: Boolean!) { member(id: $id) { displayName household @include(if: $more) { name } } }";
        var id = house.Id("Member");
        Assert.Equal(1, await CountAsync(Query, new { id, more = false }));

        // act
        var surprised = await StatementCounter.CountAsync(() => AskAsync(Query, new { id, more = true }));
        var warned = await StatementCounter.CountAsync(() => AskAsync(Query, new { id, more = true }));

        // assert: the first answer was thrown away; from now on the transaction is opened at once
        Assert.Equal((4, 2), (surprised.Count, warned.Count));
        var answer = await house.Admin.AskAsync(Query, variables: new { id, more = true });
        Assert.Equal(
            """{"member":{"displayName":"Kim Berg 60","household":{"name":"Haushalt 60"}}}""",
            answer.GetProperty("data").ToString()
        );
    }

    [Fact]
    public async Task Fifty_members_with_their_standing_and_unit_take_three_statements() =>
        Assert.Equal(
            3,
            await CountAsync(
                "{ members(first: 50) { nodes { displayName status joinedOn roles periods { id } unit { number } } } }",
                null
            )
        );

    [Fact]
    public async Task What_is_loaded_with_a_page_is_what_each_field_would_load()
    {
        const string Standing =
            "joinedOn leftOn status roles periods { id joinedOn leftOn } roleAssignments { id role from until }";
        const string Home = "unit { id number }";

        var standing = await DataAsync($"{{ members(first: 100) {{ nodes {{ {Standing} }} }} }}");
        var home = await DataAsync($"{{ members(first: 100) {{ nodes {{ {Home} }} }} }}");
        var both = await DataAsync($"{{ members(first: 100) {{ nodes {{ {Standing} {Home} }} }} }}");

        Assert.Equal(Nodes(standing).Zip(Nodes(home), (s, h) => s[..^1] + "," + h[1..]), Nodes(both));
        // Two times a member, in three roles, with two homes.
        var zoe = Nodes(both).Single(node => node.Contains("\"joinedOn\":\"2024-01-01\"", StringComparison.Ordinal));
        Assert.Contains("\"number\":\"70\"", zoe, StringComparison.Ordinal);
        Assert.Contains("\"roles\":[\"MAINTAINER\",\"RESIDENT\"]", zoe, StringComparison.Ordinal);

        static List<string> Nodes(JsonElement data) =>
            [.. data.GetProperty("members").GetProperty("nodes").EnumerateArray().Select(node => node.ToString())];
    }

    [Theory]
    [InlineData("first: 3")]
    [InlineData("last: 3")]
    public async Task The_latest_activity_of_fifty_members_is_one_statement_more(string page) =>
        Assert.Equal(
            2,
            await CountAsync(
                $$"""{ members(first: 50) { nodes { activity({{page}}) { nodes { kind } pageInfo { hasNextPage hasPreviousPage } } } } }""",
                null
            )
        );

    private async Task<JsonElement> DataAsync(string query) => (await house.Admin.AskAsync(query)).GetProperty("data");

    private async Task<int> CountAsync(string query, object? variables) =>
        (await StatementCounter.LeastAsync(() => AskAsync(query, variables))).Count;

    private async Task AskAsync(string query, object? variables)
    {
        var answer = await house.Admin.AskAsync(query, variables: variables);
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
    }

    /// <summary>Sixty members, half of them alone, half of them in households, each with a home.</summary>
    public sealed class BusyHouse(DatabaseServer server) : IdentityHouse(server)
    {
        private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

        public HttpClient Admin { get; private set; } = null!;

        public string Id(string type) => _ids[type];

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Server.PreserveExecutionContext = true;
            await InCoopAsync(
                Lindenhof,
                (services, _) => FillAsync(services.GetRequiredService<CooperatorDbContext>())
            );
            Admin = Program((await TokensAsync(await AddPersonAsync(Role.Admin))).Access);
            // Caches last as long as the clock says, and the clock stands still.
            Clock.Now = Clock.Now.AddSeconds(1);
        }

        protected override void Replace(IServiceCollection services) =>
            services.ConfigureDbContext<CooperatorDbContext>(options =>
                options.AddInterceptors(new StatementCounter())
            );

        private async Task<bool> FillAsync(CooperatorDbContext db)
        {
            var building = new Building("Haus", null);
            db.Add(building);
            AddZoe(db, building, await Administration.LoadAsync(db, default));
            for (var i = 1; i <= 60; i++)
            {
                var number = i.ToString(CultureInfo.InvariantCulture);
                var member = Furnish.Member("Kim", "Berg " + number);
                var unit = new Unit(building, new UnitDescription(number, UnitType.Flat, 1, 50, 2, 50));
                db.AddRange(member, unit);
                var household = Household.Form("Haushalt " + number);
                household.Join(member, new DaySpan(Furnish.LongAgo, null), []);
                db.Add(household);
                var occupant = i % 2 == 0 ? Occupant.Of(member) : Occupant.Of(household);
                db.Add(unit.MoveIn(occupant, Furnish.Let(Furnish.LongAgo), new Timeline([]), Furnish.Recorded));
                _ids["Member"] = NodeIds.Format("Member", member.Id);
                _ids["Unit"] = NodeIds.Format("Unit", unit.Id);
                _ids["Household"] = NodeIds.Format("Household", household.Id);
            }

            return true;
        }

        // Who comes back, does much, and has two homes.
        private static void AddZoe(CooperatorDbContext db, Building building, Administration administration)
        {
            var zoe = Furnish.Member("Zoe", "Zander");
            zoe.Leave(new(2022, 12, 31), null, administration, Furnish.LongAgo);
            zoe.Resume(new(2024, 1, 1));
            zoe.Grant(Role.Maintainer, new DaySpan(new(2024, 2, 1), null));
            db.Add(zoe);
            foreach (var number in (string[])["170", "70"])
            {
                var unit = new Unit(building, new UnitDescription(number, UnitType.Flat, 1, 50, 2, 50));
                db.Add(unit);
                db.Add(
                    unit.MoveIn(
                        Occupant.Of(zoe),
                        Furnish.Let(new DateOnly(2024, 1, 1)),
                        new Timeline([]),
                        Furnish.Recorded
                    )
                );
            }
        }
    }
}
