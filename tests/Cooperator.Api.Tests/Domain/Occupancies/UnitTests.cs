using Cooperator.Api.Database;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Platform;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Domain.Occupancies;

public sealed class UnitTests
{
    private static readonly DateOnly May = new(2026, 5, 1);
    private static readonly Occupant Alma = Occupant.Of(Furnish.Member("Alma", "Öztürk"));

    [Theory]
    [InlineData("2026-04-30", false)]
    [InlineData("2026-05-01", true)]
    [InlineData("2026-05-31", true)]
    [InlineData("2026-06-01", false)]
    public void A_unit_is_refused_for_days_on_which_it_is_let(string day, bool refused)
    {
        var unit = Furnish.Unit("12").Unit;
        var let = unit.MoveIn(Alma, Furnish.Let(May, May.AddDays(30)), new Timeline([]), Furnish.Recorded);
        var wanted = DateOnly.Parse(day);

        var outcome = Record.Exception(() =>
            unit.MoveIn(Alma, Furnish.Let(wanted, wanted), new Timeline([let]), Furnish.Recorded)
        );

        Assert.Equal(refused, outcome is UnitAlreadyLetException);
    }

    [Fact]
    public void Beside_the_primary_occupancy_there_may_be_others()
    {
        var unit = Furnish.Unit("12").Unit;
        var let = unit.MoveIn(Alma, Furnish.Let(May), new Timeline([]), Furnish.Recorded);
        var guest = Furnish.Let(May) with { Capacity = OccupancyCapacity.Guest, Primary = false };

        var beside = unit.MoveIn(Alma, guest, new Timeline([let]), Furnish.Recorded);

        Assert.False(beside.Primary);
        Assert.Equal(let.Days, beside.Days);
    }

    [Fact]
    public void A_common_place_can_not_be_let() =>
        Assert.Throws<CommonPlaceCannotBeLetException>(() =>
            Furnish
                .Unit("Laundry", UnitType.Common)
                .Unit.MoveIn(Alma, Furnish.Let(May), new Timeline([]), Furnish.Recorded)
        );

    [Fact]
    public void A_correction_keeps_what_was_known_before()
    {
        var unit = Furnish.Unit("12").Unit;
        var let = unit.MoveIn(Alma, Furnish.Let(May), new Timeline([]), Furnish.Recorded);
        var later = new Recording(Furnish.Recorded.At.AddDays(1), null);

        var corrected = unit.Correct(
            let,
            let.Terms with
            {
                Days = new DaySpan(May.AddDays(9), null),
            },
            new([let]),
            later
        );

        Assert.Equal((May, later.At), (let.From, let.SupersededAt));
        Assert.Equal((May.AddDays(9), null), (corrected.From, corrected.SupersededAt));
        Assert.Throws<OccupancySupersededException>(() => unit.MoveOut(let, May, new([corrected]), later));
    }

    [Theory]
    [InlineData("2026-04-30", false)]
    [InlineData("2026-05-01", true)]
    [InlineData("2026-05-02", true)]
    public void What_was_planned_is_withdrawn_until_the_day_before(string today, bool begun)
    {
        var unit = Furnish.Unit("12").Unit;
        var planned = unit.MoveIn(Alma, Furnish.Let(May), new Timeline([]), Furnish.Recorded);
        var later = new Recording(Furnish.Recorded.At.AddDays(1), null);

        var outcome = Record.Exception(() => unit.Withdraw(planned, DateOnly.Parse(today), later));

        Assert.Equal(begun, outcome is OccupancyBegunException);
        Assert.Equal(begun ? null : later.At, planned.SupersededAt);
    }

    [Fact]
    public void What_was_withdrawn_is_withdrawn_once_and_makes_room()
    {
        var unit = Furnish.Unit("12").Unit;
        var planned = unit.MoveIn(Alma, Furnish.Let(May), new Timeline([]), Furnish.Recorded);
        unit.Withdraw(planned, May.AddDays(-1), Furnish.Recorded);

        Assert.Throws<OccupancySupersededException>(() => unit.Withdraw(planned, May, Furnish.Recorded));
        unit.MoveIn(Alma, Furnish.Let(May), new Timeline([planned]), Furnish.Recorded);
    }

    [Theory]
    [InlineData("2026-05-01", null, true)]
    [InlineData("2026-05-01", "2026-06-15", true)]
    [InlineData("2026-07-01", "2026-07-31", true)]
    [InlineData("2026-05-01", "2026-06-14", false)]
    public void Where_somebody_lives_or_will_is_no_common_place(string from, string? until, bool refused)
    {
        var unit = Furnish.Unit("12").Unit;
        var terms = Furnish.Let(DateOnly.Parse(from), until is null ? null : DateOnly.Parse(until));
        var let = unit.MoveIn(Alma, terms, new Timeline([]), Furnish.Recorded);

        var outcome = Record.Exception(() => BecomeCommon(unit, new Timeline([let]), new DateOnly(2026, 6, 15)));

        Assert.Equal(refused, outcome is UnitIsLetException);
        Assert.Equal(refused ? UnitType.Flat : UnitType.Common, unit.Type);
    }

    [Fact]
    public void A_common_place_is_let_no_longer_than_it_was()
    {
        var unit = Furnish.Unit("12").Unit;
        var let = unit.MoveIn(Alma, Furnish.Let(May, May.AddDays(30)), new Timeline([]), Furnish.Recorded);
        BecomeCommon(unit, new Timeline([let]), May.AddDays(31));
        var longer = Furnish.Let(May, May.AddDays(31));

        Assert.Throws<CommonPlaceCannotBeLetException>(() =>
            unit.MoveOut(let, May.AddDays(31), new Timeline([let]), Furnish.Recorded)
        );
        Assert.Throws<CommonPlaceCannotBeLetException>(() =>
            unit.Correct(let, longer, new Timeline([let]), Furnish.Recorded)
        );
        unit.MoveOut(let, May.AddDays(29), new Timeline([let]), Furnish.Recorded);
    }

    private static void BecomeCommon(Unit unit, Timeline timeline, DateOnly today) =>
        unit.Change(new UnitDescription(unit.Number, UnitType.Common, 1, null, null, 0), timeline, today);

    [Fact]
    public void A_unit_with_history_is_kept() =>
        Assert.Throws<UnitHasHistoryException>(() => Furnish.Unit("12").Unit.Remove(hasHistory: true));
}
