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

        first.Leave(alma.Id, May.AddDays(30));
        Household.Form("Berger").Join(alma, new DaySpan(May.AddDays(31), null), [membership]);

        Assert.Equal(May.AddDays(30), membership.Until);
    }

    [Fact]
    public void Who_is_not_in_the_household_can_not_leave_it() =>
        Assert.Throws<NotInHouseholdException>(() =>
            Household.Form("Öztürk").Leave(Furnish.Member("Alma", "Öztürk").Id, May)
        );
}
