using System.Globalization;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Domain.Coops;

/// <summary>Which day it is where the co-op is, about midnight and when clocks are changed.</summary>
public sealed class CalendarTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T22:59:59Z", "2026-03-28")]
    [InlineData("Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29")]
    // That night at two the clocks went forward: the day has 23 hours.
    [InlineData("Europe/Berlin", "2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("Europe/Berlin", "2026-03-29T22:00:00Z", "2026-03-30")]
    // In October at three they go back: the day has 25.
    [InlineData("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25")]
    [InlineData("Europe/Berlin", "2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("Europe/Berlin", "2026-10-25T23:00:00Z", "2026-10-26")]
    // In Santiago midnight itself is left out: after 23:59 comes 01:00.
    [InlineData("America/Santiago", "2026-09-06T03:59:59Z", "2026-09-05")]
    [InlineData("America/Santiago", "2026-09-06T04:00:00Z", "2026-09-06")]
    [InlineData("America/Vancouver", "2026-01-01T07:59:59Z", "2025-12-31")]
    [InlineData("Pacific/Kiritimati", "2025-12-31T10:00:00Z", "2026-01-01")]
    public void Today_is_the_day_on_the_co_op_s_own_clocks(string zone, string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), CalendarAt(zone, instant).Today);

    [Theory]
    [InlineData("2026-03-28T22:59:59Z", false)]
    [InlineData("2026-03-28T23:00:00Z", true)]
    public void A_move_in_begins_at_midnight_where_the_co_op_is(string instant, bool begun)
    {
        var unit = Furnish.Unit("12").Unit;
        var occupant = Occupant.Of(Furnish.Member("Alma", "Öztürk"));
        var terms = Furnish.Let(new DateOnly(2026, 3, 29));
        var planned = unit.MoveIn(occupant, terms, new Timeline([]), Furnish.Recorded);
        var calendar = CalendarAt("Europe/Berlin", instant);

        var outcome = Record.Exception(() => unit.Withdraw(planned, calendar.Today, new Recording(calendar.Now, null)));

        Assert.Equal(begun, outcome is OccupancyBegunException);
    }

    private static CoopCalendar CalendarAt(string zone, string instant)
    {
        var coop = new CurrentCoop();
        coop.Enter(Guid.NewGuid(), "lindenhof", zone);
        return new CoopCalendar(
            coop,
            new TestClock { Now = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture) }
        );
    }
}
