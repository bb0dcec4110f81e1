using Cooperator.Api.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Cooperator.Api.Tests.Platform;

public sealed class DaySpanTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    // A few days, so that spans meet, touch and leave gaps often.
    private static readonly Gen<DaySpan> Spans =
        from length in Gen.Choose(-1, 6)
        from day in Gen.Choose(0, 12)
        let start = First.AddDays(day)
        select new DaySpan(start, length < 0 ? null : start.AddDays(length));

    [Fact]
    public void The_first_day_outside_of_others_is_found_as_by_looking_at_each_day() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(
                Spans.Zip(Spans.ListOf()).ToArbitrary(),
                drawn =>
                {
                    var (days, others) = drawn;
                    var outside = DaysOf(days).Where(day => !others.Any(o => o.Contains(day)));
                    return days.FirstDayOutside(others) == outside.Cast<DateOnly?>().FirstOrDefault();
                }
            )
        );

    [Fact]
    public void The_days_of_two_spans_are_those_that_both_have() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(
                Spans.Two().ToArbitrary(),
                two =>
                {
                    var both = two.Item1.And(two.Item2) is { } days ? DaysOf(days) : [];
                    return both.SequenceEqual(DaysOf(two.Item1).Where(day => two.Item2.Contains(day)));
                }
            )
        );

    // Beyond the last day that any span begins or ends on nothing changes any more.
    private static IEnumerable<DateOnly> DaysOf(DaySpan days) =>
        Enumerable.Range(0, 30).Select(day => First.AddDays(day)).Where(days.Contains);
}
