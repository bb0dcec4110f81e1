using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Imports;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Features.Imports;

/// <summary>Who a row of a list is, when somebody of that name is known or named already.</summary>
public sealed class NamesakesInLists(TestHouse house) : IClassFixture<TestHouse>
{
    private const string Header = "Vorname;Nachname;E-Mail;Eintritt;Austritt\n";
    private const string Senior = "Hans;Müller;hans@old.example;1.5.1990;31.12.2010\n";
    private readonly ImportDesk desk = new(house);

    [Fact]
    public async Task Another_address_and_another_day_than_a_former_member_s_make_another_person()
    {
        var coop = await house.AddCoopAsync("junior");
        await ImportAsync(coop, Senior);

        var import = await ImportAsync(coop, "Hans;Müller;junior@new.example;1.3.2026;");

        Assert.Equal((1, 0), (import.Report.NewCount, import.Report.ChangedCount));
        var members = await desk.MembersAsync(coop);
        Assert.Equal(["hans@old.example", "junior@new.example"], members.Select(m => m.Email));
        Assert.Equal(["1990-05-01..2010-12-31"], Periods(members[0]));
        Assert.Equal(["2026-03-01.."], Periods(members[1]));
    }

    [Fact]
    public async Task Father_and_son_with_addresses_of_their_own_live_here_both()
    {
        var coop = await house.AddCoopAsync("both-live-here");
        const string father = "Hans;Müller;hans@example.org;1.5.1990;\n";
        const string son = "Hans;Müller;junior@example.org;1.3.2026;\n";
        await ImportAsync(coop, father);

        await ImportAsync(coop, son);
        var again = await ImportAsync(coop, son + father);

        Assert.Equal(2, again.Report.UnchangedCount);
        Assert.Equal(2, (await desk.MembersAsync(coop)).Count);
    }

    [Fact]
    public async Task Who_joined_on_the_same_day_has_a_new_address()
    {
        var coop = await house.AddCoopAsync("new-address");
        await ImportAsync(coop, Senior);

        var import = await ImportAsync(coop, "Hans;Müller;hans@new.example;1.5.1990;31.12.2010");

        Assert.Equal(1, import.Report.ChangedCount);
        Assert.Equal("hans@new.example", Assert.Single(await desk.MembersAsync(coop)).Email);
    }

    [Theory]
    [InlineData("hans@old.example")]
    [InlineData("HANS@old.example")]
    [InlineData("")]
    public async Task Who_comes_back_is_the_same_member(string email)
    {
        var coop = await house.AddCoopAsync($"back-{email.Length}-{(email.StartsWith('H') ? "upper" : "lower")}");
        await ImportAsync(coop, Senior);

        await ImportAsync(coop, $"Hans;Müller;{email};1.3.2026;");

        var member = Assert.Single(await desk.MembersAsync(coop));
        Assert.Equal(["1990-05-01..2010-12-31", "2026-03-01.."], Periods(member));
    }

    [Fact]
    public async Task Another_day_alone_is_a_question_for_the_board()
    {
        var coop = await house.AddCoopAsync("other-day");
        await ImportAsync(coop, "Hans;Müller;hans@example.org;1.5.1990;");

        Assert.Equal([(2, "OTHER_JOINED_ON")], await FaultsAsync(coop, "Hans;Müller;hans@example.org;2.5.1990;"));
        Assert.Equal([(2, "OTHER_JOINED_ON")], await FaultsAsync(coop, "Hans;Müller;;2.5.1990;"));
    }

    [Fact]
    public async Task One_of_several_former_namesakes_is_never_guessed()
    {
        var coop = await house.AddCoopAsync("never-guessed");
        await ImportAsync(coop, Senior + "Hans;Müller;;1.6.1995;31.12.2012\n");

        Assert.Equal(
            [(2, "SEVERAL_OF_THIS_NAME")],
            await FaultsAsync(coop, "Hans;Müller;junior@new.example;1.3.2026;")
        );
    }

    [Theory]
    [InlineData("first")]
    [InlineData("last")]
    public async Task Who_left_and_joined_again_in_one_list_is_one_member(string former)
    {
        var coop = await house.AddCoopAsync($"twice-{former}");
        const string before = "Anna;Berg;anna@example.org;1.1.2010;31.12.2015\n";
        const string after = "Anna;Berg;anna@example.org;1.1.2018;\n";
        var list = former == "first" ? before + after : after + before;

        await ImportAsync(coop, list);
        var again = await ImportAsync(coop, list);

        Assert.Equal(2, again.Report.UnchangedCount);
        var member = Assert.Single(await desk.MembersAsync(coop));
        Assert.Equal(["2010-01-01..2015-12-31", "2018-01-01.."], Periods(member));
        Assert.Equal(
            ["2010-01-01..2015-12-31", "2018-01-01.."],
            member.RoleAssignments.OrderBy(r => r.From).Select(r => $"{r.From:yyyy-MM-dd}..{r.Until:yyyy-MM-dd}")
        );
    }

    [Fact]
    public async Task What_the_row_of_the_latest_membership_says_is_kept()
    {
        var coop = await house.AddCoopAsync("latest");
        const string list = """
            Vorname;Nachname;E-Mail;Telefon;Eintritt;Austritt;Rolle
            Anna;Berg;anna@example.org;030 2;1.1.2018;;Vorstand
            Anna;Berg;anna@example.org;030 1;1.1.2010;31.12.2015;
            """;

        await desk.ImportAsync(coop, ImportKind.Members, list);
        var again = await desk.ImportAsync(coop, ImportKind.Members, list);

        Assert.Equal(2, again.Report.UnchangedCount);
        var member = Assert.Single(await desk.MembersAsync(coop));
        Assert.Equal("030 2", member.Phone);
        Assert.True(member.Is(Role.Admin, new DateOnly(2018, 1, 1)));
        Assert.False(member.Is(Role.Admin, new DateOnly(2015, 1, 1)));
    }

    [Fact]
    public async Task A_membership_that_is_named_twice_is_a_fault()
    {
        var coop = await house.AddCoopAsync("named-twice");
        const string former = "Anna;Berg;anna@example.org;1.1.2010;31.12.2015\n";
        const string present = "Anna;Berg;anna@example.org;1.1.2018;\n";

        Assert.Equal([(4, "ROW_TWICE")], await FaultsAsync(coop, former + present + present));
        await ImportAsync(coop, former);
        Assert.Equal([(4, "ROW_TWICE")], await FaultsAsync(coop, former + present + present));
    }

    [Fact]
    public async Task Father_and_son_who_share_an_address_are_told_apart_by_the_day_they_joined()
    {
        var coop = await house.AddCoopAsync("shared-address");
        const string list = "Hans;Müller;mueller@example.org;1.5.1990;\nHans;Müller;mueller@example.org;1.3.2020;\n";

        var first = await ImportAsync(coop, list);
        var again = await ImportAsync(coop, list);

        Assert.Equal((2, 2), (first.Report.NewCount, again.Report.UnchangedCount));
        Assert.Equal(2, (await desk.MembersAsync(coop)).Count);
    }

    private static IEnumerable<string> Periods(Member member) =>
        member.Periods.OrderBy(p => p.JoinedOn).Select(p => $"{p.JoinedOn:yyyy-MM-dd}..{p.LeftOn:yyyy-MM-dd}");

    private Task<Import> ImportAsync(Coop coop, string rows) =>
        desk.ImportAsync(coop, ImportKind.Members, Header + rows);

    private Task<IEnumerable<(int Line, string Code)>> FaultsAsync(Coop coop, string rows) =>
        desk.FaultsAsync(coop, ImportKind.Members, Header + rows);
}
