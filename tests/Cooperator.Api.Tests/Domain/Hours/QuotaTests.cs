using Cooperator.Api.Features.Hours;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Cooperator.Api.Tests.Domain.Hours;

public sealed class QuotaTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly HoursPeriod Year = new("2026", new DaySpan(First, new(2026, 12, 31)), 36.5m);
    private static readonly Member Alma = Furnish.Member("Alma", "Öztürk");

    [Fact]
    public void Who_is_a_member_all_the_time_owes_all() => Assert.Equal(36.5m, Owed([new(Furnish.LongAgo, null)]));

    [Fact]
    public void Who_is_no_member_owes_nothing() => Assert.Equal(0, Owed([]));

    [Fact]
    public void Who_joins_later_owes_for_the_days_from_then_on() =>
        Assert.Equal(3.1m, Owed([new(new(2026, 12, 1), null)]));

    [Fact]
    public void Two_memberships_in_a_period_are_added() =>
        Assert.Equal(6.2m, Owed([new(Furnish.LongAgo, new(2026, 1, 31)), new(new(2026, 12, 1), null)]));

    [Fact]
    public void Exempt_days_are_not_owed_and_half_exempt_ones_by_half()
    {
        Assert.Equal(33.4m, Owed([new(Furnish.LongAgo, null)], (new(First, new(2026, 1, 31)), 0)));
        Assert.Equal(34.95m, Owed([new(Furnish.LongAgo, null)], (new(First, new(2026, 1, 31)), 50)));
        Assert.Equal(0, Owed([new(Furnish.LongAgo, null)], (new(First, null), 0)));
    }

    [Fact]
    public void What_is_owed_on_each_side_of_any_day_adds_up_to_the_whole()
    {
        var days = Gen.Choose(0, 364).Two();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                days.Select(d => (Leaves: d.Item1, Exempt: d.Item2)).ToArbitrary(),
                d =>
                {
                    var leaves = First.AddDays(d.Leaves);
                    var exempt = (new DaySpan(First.AddDays(d.Exempt), null), 30);
                    var before = Owed([new(Furnish.LongAgo, leaves)], exempt);
                    var after = Owed([new(leaves.AddDays(1), null)], exempt);
                    return Math.Abs(before + after - Owed([new(Furnish.LongAgo, null)], exempt)) <= 0.01m;
                }
            )
        );
    }

    private static decimal Owed(DaySpan[] memberships, params (DaySpan Days, int OwedPercent)[] exemptions) =>
        Quota.Of(
            Year,
            memberships,
            [.. exemptions.Select(e => new WorkExemption(Alma, e.Days, e.OwedPercent, "is away"))]
        );
}
