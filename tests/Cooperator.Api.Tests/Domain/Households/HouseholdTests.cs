using Cooperator.Api.Features.Households;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Domain.Households;

public sealed class HouseholdTests
{
    private static readonly DateOnly May = new(2026, 5, 1);

    [Fact]
    public void Nobody_lives_in_two_households_at_once()
    {
        var alma = Furnish.Member("Alma", "Öztürk");
        var first = Household.Form("Öztürk");
        var membership = first.Join(alma, new DaySpan(May, null), []);

        Assert.Throws<AlreadyInHouseholdException>(() =>
            Household.Form("Berger").Join(alma, new DaySpan(May.AddMonths(1), null), [membership])
        );
    }

    [Fact]
    public void Who_left_may_join_another_household_the_next_day()
    {
        var alma = Furnish.Member("Alma", "Öztürk");
        var first = Household.Form("Öztürk");
        var membership = first.Join(alma, new DaySpan(May, null), []);

        first.Leave(alma.Id, May.AddDays(30), home: null);
        Household.Form("Berger").Join(alma, new DaySpan(May.AddDays(31), null), [membership]);

        Assert.Equal(May.AddDays(30), membership.Until);
    }

    [Fact]
    public void When_it_is_dissolved_everybody_who_is_still_there_moves_on()
    {
        var (alma, kim) = (Furnish.Member("Alma", "Öztürk"), Furnish.Member("Kim", "Berger"));
        var household = Household.Form("Öztürk");
        var earlier = household.Join(alma, new DaySpan(May, May.AddDays(5)), []);
        var still = household.Join(kim, new DaySpan(May, null), []);

        household.Dissolve(May.AddDays(30), home: null);

        Assert.Equal((May.AddDays(5), May.AddDays(30)), (earlier.Until, still.Until));
    }

    [Fact]
    public void A_household_that_lives_in_a_unit_is_not_dissolved()
    {
        var household = Household.Form("Öztürk");
        household.Join(Furnish.Member("Alma", "Öztürk"), new DaySpan(May, null), []);

        var refusal = Assert.Throws<HouseholdStillLivesHereException>(() => household.Dissolve(May, home: "12"));

        Assert.Equal("12", refusal.UnitNumber);
    }

    [Fact]
    public void The_last_one_of_a_home_does_not_leave_it_empty()
    {
        var alma = Furnish.Member("Alma", "Öztürk");
        var household = Household.Form("Öztürk");
        var stay = household.Join(alma, new DaySpan(May, null), []);

        var refusal = Assert.Throws<HouseholdStillLivesHereException>(() => household.Leave(alma.Id, May, home: "12"));

        Assert.Equal(("12", null), (refusal.UnitNumber, stay.Until));
    }

    [Fact]
    public void A_home_needs_somebody_in_the_household_on_each_of_its_days()
    {
        var household = Household.Form("Öztürk");
        household.Join(Furnish.Member("Alma", "Öztürk"), new DaySpan(May, May.AddDays(9)), []);
        household.Join(Furnish.Member("Kim", "Berger"), new DaySpan(May.AddDays(10), May.AddDays(30)), []);

        household.RelyOnMembers(new DaySpan(May, May.AddDays(30)));
        var refusal = Assert.Throws<HouseholdEmptyException>(() => household.RelyOnMembers(new DaySpan(May, null)));

        Assert.Equal(May.AddDays(31), refusal.On);
        Assert.Throws<HouseholdEmptyException>(() =>
            Household.Form("Niemand").RelyOnMembers(new DaySpan(May, May.AddDays(1)))
        );
    }

    [Fact]
    public void Days_that_a_home_was_known_to_be_the_households_are_not_asked_about_again()
    {
        var household = Household.Form("Öztürk");
        household.Join(Furnish.Member("Alma", "Öztürk"), new DaySpan(May.AddDays(20), null), []);
        var known = new DaySpan(May, May.AddDays(30));

        household.RelyOnMembers(new DaySpan(May, null), already: known);

        Assert.Throws<HouseholdEmptyException>(() =>
            household.RelyOnMembers(new DaySpan(May.AddDays(-1), null), already: known)
        );
    }

    [Fact]
    public void Who_leaves_for_good_does_not_come_back_later_as_planned()
    {
        var alma = Furnish.Member("Alma", "Öztürk");
        var household = Household.Form("Öztürk");
        var now = household.Join(alma, new DaySpan(May, May.AddDays(30)), []);
        household.Join(alma, new DaySpan(May.AddDays(60), null), []);

        household.LeaveForGood(alma.Id, new DaySpan(May.AddDays(11), null));

        Assert.Equal([now], household.Memberships);
        Assert.Equal(May.AddDays(10), now.Until);
    }

    [Fact]
    public void Who_gives_up_some_days_keeps_those_before_and_after_them()
    {
        var alma = Furnish.Member("Alma", "Öztürk");
        var household = Household.Form("Öztürk");
        household.Join(alma, new DaySpan(May, null), []);

        household.LeaveForGood(alma.Id, new DaySpan(May.AddDays(10), May.AddDays(19)));

        Assert.Equal(
            [new DaySpan(May, May.AddDays(9)), new DaySpan(May.AddDays(20), null)],
            household.Memberships.Select(m => m.Days)
        );
    }

    [Fact]
    public void A_home_is_deserted_when_the_others_do_not_stay_for_all_of_its_days()
    {
        var (alma, kim) = (Furnish.Member("Alma", "Öztürk"), Furnish.Member("Kim", "Berger"));
        var household = Household.Form("Öztürk");
        household.Join(alma, new DaySpan(May, null), []);
        household.Join(kim, new DaySpan(May, May.AddDays(30)), []);
        var givenUp = new DaySpan(May.AddDays(10), null);

        Assert.False(household.WouldDesert(new DaySpan(May, May.AddDays(30)), alma.Id, givenUp));
        Assert.True(household.WouldDesert(new DaySpan(May, May.AddDays(31)), alma.Id, givenUp));
    }

    [Fact]
    public void Who_is_not_in_the_household_can_not_leave_it() =>
        Assert.Throws<NotInHouseholdException>(() =>
            Household.Form("Öztürk").Leave(Furnish.Member("Alma", "Öztürk").Id, May, home: null)
        );
}
