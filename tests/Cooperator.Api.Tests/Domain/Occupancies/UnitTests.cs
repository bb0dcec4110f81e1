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

        unit.MoveIn(Alma, guest, new Timeline([let]), Furnish.Recorded);
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

    [Fact]
    public void A_unit_with_history_is_kept() =>
        Assert.Throws<UnitHasHistoryException>(() => Furnish.Unit("12").Unit.Remove(hasHistory: true));
}
