using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Domain.Members;

public sealed class MemberTests
{
    private static readonly DateOnly Today = new(2026, 5, 4);

    [Theory]
    [InlineData("Alma", "Öztürk", "Alma Öztürk", "Öztürk, Alma")]
    [InlineData(" Κωνσταντίνος ", "Παπαδόπουλος", "Κωνσταντίνος Παπαδόπουλος", "Παπαδόπουλος, Κωνσταντίνος")]
    [InlineData("Suharto", "", "Suharto", "Suharto")]
    [InlineData("", "Pelé", "Pelé", "Pelé")]
    public void A_name_is_shown_given_first_and_sorted_family_first(
        string given,
        string family,
        string shown,
        string sorted
    )
    {
        var name = new PersonName(given, family);
        Assert.Equal((shown, sorted), (name.Display, name.Sort));
    }

    [Theory]
    [InlineData("", " ")]
    [InlineData("Al\nma", "Öztürk")]
    public void A_name_that_is_none_is_refused(string given, string family) =>
        Assert.Throws<InvalidInputException>(() => new PersonName(given, family));

    [Fact]
    public void A_role_that_has_ended_grants_nothing()
    {
        var member = Furnish.Member("Alma", "Öztürk");
        member.Grant(Role.Maintainer, new DaySpan(new DateOnly(2026, 1, 1), new DateOnly(2026, 5, 3)));

        Assert.True(member.Is(Role.Maintainer, new DateOnly(2026, 5, 3)));
        Assert.False(member.Is(Role.Maintainer, Today));
    }

    [Fact]
    public void A_role_is_not_granted_twice_for_the_same_days()
    {
        var member = Furnish.Member("Alma", "Öztürk");
        member.Grant(Role.Maintainer, new DaySpan(new DateOnly(2026, 1, 1), null));

        Assert.Throws<RoleAlreadyGrantedException>(() =>
            member.Grant(Role.Maintainer, new DaySpan(new DateOnly(2026, 6, 1), null))
        );
    }

    [Fact]
    public void A_role_needs_a_membership_on_its_first_day() =>
        Assert.Throws<RoleOutsideMembershipException>(() =>
            Furnish.Member("Alma", "Öztürk").Grant(Role.Maintainer, new DaySpan(Furnish.LongAgo.AddDays(-1), null))
        );

    [Fact]
    public void A_role_that_was_held_does_not_end_before_it_began()
    {
        var member = Furnish.Member("Alma", "Öztürk");
        var role = member.Grant(Role.Maintainer, new DaySpan(new DateOnly(2026, 1, 1), null));

        Assert.Throws<InvalidInputException>(() =>
            member.EndRole(role.Id, new DateOnly(2025, 12, 31), Nobody(), Today)
        );
        Assert.Null(role.Until);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void A_role_that_nobody_has_held_before_today_is_taken_back_at_once(int daysAhead)
    {
        var member = Furnish.Member("Alma", "Öztürk");
        var role = member.Grant(Role.Maintainer, new DaySpan(Today.AddDays(daysAhead), null));

        member.EndRole(role.Id, Today.AddDays(-1), Nobody(), Today);

        Assert.DoesNotContain(role, member.RoleAssignments);
        Assert.Equal("member.role_ended", member.RaisedEvents[^1].Kind);
    }

    [Fact]
    public void Ending_a_role_does_not_make_it_longer()
    {
        var member = Furnish.Member("Alma", "Öztürk");
        var role = member.Grant(Role.Maintainer, new DaySpan(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)));

        member.EndRole(role.Id, new DateOnly(2026, 4, 1), Nobody(), Today);

        Assert.Equal(new DateOnly(2026, 3, 31), role.Until);
    }

    [Fact]
    public void A_home_needs_a_membership_on_all_of_its_days()
    {
        var member = Furnish.Member("Alma", "Öztürk");
        member.Leave(Today, null, Nobody(), Today);

        member.RelyOnMembership(new DaySpan(Furnish.LongAgo, Today));
        var after = Assert.Throws<MembershipNotCurrentException>(() =>
            member.RelyOnMembership(new DaySpan(Furnish.LongAgo, null))
        );
        var before = Assert.Throws<MembershipNotCurrentException>(() =>
            member.RelyOnMembership(new DaySpan(Furnish.LongAgo.AddDays(-1), Today))
        );

        Assert.Equal((Today.AddDays(1), Furnish.LongAgo.AddDays(-1)), (after.On, before.On));
    }

    [Fact]
    public void Leaving_ends_the_membership_and_every_role_with_it()
    {
        var member = Furnish.Member("Alma", "Öztürk");
        member.Leave(Today, "Moved away", Nobody(), Today);

        Assert.Equal(MembershipStatus.Current, member.StatusOn(Today));
        Assert.Equal(MembershipStatus.Former, member.StatusOn(Today.AddDays(1)));
        Assert.False(member.Is(Role.Resident, Today.AddDays(1)));
    }

    [Fact]
    public void Leaving_twice_is_refused()
    {
        var member = Furnish.Member("Alma", "Öztürk");
        member.Leave(Today, null, Nobody(), Today);

        Assert.Throws<MembershipNotCurrentException>(() => member.Leave(Today, null, Nobody(), Today));
    }

    [Fact]
    public void Leaving_an_earlier_membership_leaves_the_present_one_alone()
    {
        // arrange
        var anna = Furnish.Member("Anna", "Öztürk");
        anna.Leave(new(2022, 12, 31), null, Nobody(), Today);
        anna.Resume(new(2024, 1, 1));
        anna.Grant(Role.Maintainer, new DaySpan(new(2024, 6, 1), null));

        // act: it was a year less
        var givenUp = anna.DaysGivenUp(new(2021, 12, 31));
        anna.Leave(new(2021, 12, 31), null, Nobody(), Today);

        // assert
        Assert.Equal(new DaySpan(new(2022, 1, 1), new(2022, 12, 31)), givenUp);
        Assert.Equal([new(2021, 12, 31), null], anna.Periods.Select(p => p.LeftOn));
        Assert.Equal([new(2021, 12, 31), null, null], anna.RoleAssignments.Select(r => r.Until));
    }

    [Fact]
    public void Coming_back_begins_a_new_period_and_keeps_the_old_one()
    {
        var member = Furnish.Member("Alma", "Öztürk");
        member.Leave(Today, null, Nobody(), Today);

        Assert.Throws<MembershipPeriodsOverlapException>(() => member.Resume(Today));
        member.Resume(Today.AddDays(30));

        Assert.Equal(2, member.Periods.Count);
        Assert.Equal(MembershipStatus.Future, member.StatusOn(Today.AddDays(1)));
    }

    [Fact]
    public void The_event_of_changed_contact_details_does_not_repeat_them()
    {
        var member = Furnish.Member("Alma", "Öztürk");
        member.ChangeContactDetails(ContactChange.Of(member) with { Email = "alma@lindenhof.example" });

        var raised = member.RaisedEvents[^1];
        Assert.Equal("member.contact_changed", raised.Kind);
        Assert.DoesNotContain("alma@", raised.Payload.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alma")]
    [InlineData("Alma <alma@lindenhof.example>")]
    public void What_is_no_address_is_refused(string email)
    {
        var member = Furnish.Member("Alma", "Öztürk");
        var refusal = Assert.Throws<InvalidInputException>(() =>
            member.ChangeContactDetails(ContactChange.Of(member) with { Email = email })
        );
        Assert.Equal(["email"], refusal.Path);
    }

    private static Administration Nobody() => new(new Api.Features.Coops.Coop("test", "Test", "UTC", "EUR", "en"), []);
}
