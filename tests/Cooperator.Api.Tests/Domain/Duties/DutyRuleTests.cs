using Cooperator.Api.Features.Duties;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Tests.Domain.Duties;

public sealed class DutyRuleTests
{
    private static readonly DateOnly Monday = new(2026, 1, 5);

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=SA", "2026-01-10 2026-01-17 2026-01-24 2026-01-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31 2026-03-31 2026-05-31 2026-07-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1SA", "2026-01-31 2026-02-28 2026-03-28 2026-04-25")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2", "2026-01-05 2026-01-19 2026-02-02 2026-02-16")]
    [InlineData("FREQ=WEEKLY;COUNT=2", "2026-01-05 2026-01-12")]
    [InlineData("FREQ=WEEKLY;UNTIL=20260112", "2026-01-05 2026-01-12")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2028-02-29 2032-02-29 2036-02-29 2040-02-29")]
    public void It_is_due_on_these_days(string rule, string days) =>
        Assert.Equal(
            days,
            string.Join(
                ' ',
                DutyRule.Parse(rule).Days(Monday, Monday, Monday.AddYears(20)).Take(4).Select(d => $"{d:O}")
            )
        );

    [Fact]
    public void A_count_is_counted_from_the_first_day_and_not_from_the_window() =>
        Assert.Equal(
            [Monday.AddDays(14)],
            DutyRule.Parse("FREQ=WEEKLY;COUNT=3").Days(Monday, Monday.AddDays(8), Monday.AddDays(100))
        );

    [Fact]
    public void Neither_clock_change_moves_a_day()
    {
        var rule = DutyRule.Parse("FREQ=DAILY");
        foreach (var change in new[] { new DateOnly(2026, 3, 29), new DateOnly(2026, 10, 25) })
        {
            var from = change.AddDays(-2);
            Assert.Equal(Enumerable.Range(0, 5).Select(from.AddDays), rule.Days(Monday, from, change.AddDays(2)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("every saturday")]
    [InlineData("BYDAY=SA")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=SECONDLY;COUNT=9999999")]
    [InlineData("FREQ=WEEKLY;BYDAY=SA;BYHOUR=3,4")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX")]
    [InlineData("FREQ=DAILY;INTERVAL=0")]
    [InlineData("FREQ=DAILY;INTERVAL=99999999999999999999")]
    [InlineData("FREQ=FORTNIGHTLY")]
    [InlineData("FREQ=WEEKLY;UNTIL=soon")]
    [InlineData("FREQ=WEEKLY;COUNT=-3")]
    public void What_is_no_rule_of_days_is_refused(string rule) =>
        Assert.Throws<InvalidInputException>(() => DutyRule.Parse(rule));

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31")]
    [InlineData("FREQ=WEEKLY;UNTIL=20200101")]
    public void What_never_occurs_is_refused_and_not_searched_for_ever(string rule) =>
        Assert.Throws<DutyNeverOccursException>(() => DutyRule.Parse(rule).RequireOccurrence(Monday, Monday));

    [Fact]
    public void What_occurred_only_before_today_is_refused() =>
        Assert.Throws<DutyNeverOccursException>(() =>
            DutyRule.Parse("FREQ=WEEKLY;COUNT=3").RequireOccurrence(Monday, Monday.AddDays(30))
        );

    [Fact]
    public void A_rule_without_end_ends_where_the_window_ends() =>
        Assert.Equal(367, DutyRule.Parse("FREQ=DAILY").Days(Monday, Monday.AddYears(30), Monday.AddYears(31)).Count());
}
