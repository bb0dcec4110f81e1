using Cooperator.Api.Features.Duties;
using FsCheck;
using FsCheck.Fluent;

namespace Cooperator.Api.Tests.Domain.Duties;

public sealed class RotationTests
{
    private static readonly DateOnly Day = new(2026, 1, 3);
    private static readonly Guid[] Five = [.. Enumerable.Range(1, 5).Select(i => new Guid(i, 0, 0, new byte[8]))];

    [Fact]
    public void Everybody_in_order_and_then_again() =>
        Assert.Equal(
            [.. Five, .. Five],
            Turns(new Rotation(Five, new Dictionary<Guid, DateOnly>()), 10, (_, _) => true).Select(t => t!.Value)
        );

    [Fact]
    public void Who_was_exempt_is_next_once_back_and_makes_up_for_nothing()
    {
        var rotation = new Rotation(Five[..3], new Dictionary<Guid, DateOnly>());
        var turns = Turns(rotation, 9, (m, day) => m != Five[1] || day >= Day.AddDays(4));

        Assert.Equal(
            [Five[0], Five[2], Five[0], Five[2], Five[1], Five[0], Five[2], Five[1], Five[0]],
            turns.Select(t => t!.Value)
        );
    }

    [Fact]
    public void Days_that_are_given_anew_go_round_though_later_ones_are_planned()
    {
        var planned = Five[..3].Index().ToDictionary(m => m.Item, m => Day.AddDays(10 + m.Index));
        var turns = Turns(new Rotation(Five[..3], planned), 4, (_, _) => true);
        Assert.Equal([Five[0], Five[1], Five[2], Five[0]], turns.Select(t => t!.Value));
    }

    [Fact]
    public void When_nobody_can_the_day_is_open() =>
        Assert.Equal([null, null], Turns(new Rotation(Five, new Dictionary<Guid, DateOnly>()), 2, (_, _) => false));

    [Fact]
    public void Whoever_is_away_and_whenever_nobody_has_two_turns_while_another_who_could_has_none() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Gen.Choose(0, 31).ArrayOf(60).ToArbitrary(),
                away =>
                {
                    // Who is away on each day, a bit for each of the five.
                    bool Can(Guid m, DateOnly day) =>
                        (away[day.DayNumber - Day.DayNumber] & (1 << Array.IndexOf(Five, m))) == 0;
                    var turns = Turns(new Rotation(Five, new Dictionary<Guid, DateOnly>()), away.Length, Can).ToList();
                    return turns.Index().All(turn => IsFair(turns, turn.Index, turn.Item, Can));
                }
            )
        );

    // Whoever could have had this turn has had one since the last turn of the one who got it.
    private static bool IsFair(List<Guid?> turns, int index, Guid? chosen, Func<Guid, DateOnly, bool> can)
    {
        var able = Five.Where(m => can(m, Day.AddDays(index))).ToList();
        if (chosen is null)
        {
            return able.Count == 0;
        }

        var last = turns.FindLastIndex(Math.Max(index - 1, 0), index, t => t == chosen);
        return able.Contains(chosen.Value)
            && able.TrueForAll(m => m == chosen || last < 0 || turns[(last + 1)..index].Contains(m));
    }

    private static IEnumerable<Guid?> Turns(Rotation rotation, int count, Func<Guid, DateOnly, bool> can) =>
        Enumerable.Range(0, count).Select(i => rotation.Next(Day.AddDays(i), can));
}
