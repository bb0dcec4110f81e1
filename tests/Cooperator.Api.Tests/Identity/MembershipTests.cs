using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;

namespace Cooperator.Api.Tests.Identity;

/// <summary>Which roles hold today.</summary>
public sealed class MembershipTests
{
    private static readonly DateOnly May = new(2026, 5, 1);

    [Fact]
    public void A_role_holds_through_its_last_day_by_the_co_ops_calendar()
    {
        var membership = Of([new MembershipDates(May, null)], new RoleDates(Role.Admin, May, May.AddDays(9)));
        Assert.Equal([Role.Admin], membership.RolesAt(Utc(2026, 5, 10, 21)));
        // It is the eleventh in Berlin, though not yet in Greenwich.
        Assert.Empty(membership.RolesAt(Utc(2026, 5, 10, 23)));
        Assert.Empty(membership.RolesAt(Utc(2026, 4, 30, 12)));
    }

    [Theory]
    [InlineData(2026, 3, 29, 22)]
    [InlineData(2026, 10, 25, 23)]
    public void A_day_on_which_clocks_are_changed_ends_at_its_own_midnight(int year, int month, int day, int hour)
    {
        var last = new DateOnly(year, month, day);
        var membership = Of([], new RoleDates(Role.Observer, last, last));
        var midnight = Utc(year, month, day, hour);
        Assert.Equal([Role.Observer], membership.RolesAt(midnight.AddSeconds(-1)));
        Assert.Empty(membership.RolesAt(midnight));
    }

    [Fact]
    public void A_membership_that_has_ended_takes_every_role_with_it() =>
        Assert.Empty(
            Of([new MembershipDates(May, May.AddDays(9))], new RoleDates(Role.Maintainer, May, null))
                .RolesAt(Utc(2026, 6, 1, 12))
        );

    [Fact]
    public void An_observer_need_not_be_a_member() =>
        Assert.Equal([Role.Observer], Of([], new RoleDates(Role.Observer, May, null)).RolesAt(Utc(2026, 6, 1, 12)));

    private static Membership Of(MembershipDates[] periods, params RoleDates[] roles) =>
        new(Guid.NewGuid(), "lindenhof", "Lindenhof", "Europe/Berlin", Guid.NewGuid(), periods, roles);

    private static DateTimeOffset Utc(int year, int month, int day, int hour) =>
        new(year, month, day, hour, 0, 0, default);
}
