namespace Cooperator.Api.Features.Tasks;

/// <summary>
/// Where a card stands in its column: a text, sorted byte by byte, between any two of which there is room for another.
/// </summary>
/// <remarks>
/// It is a whole number and a fraction, in digits of base 62. The first letter tells how many digits the number has (<c>a</c>
/// one, <c>b</c> two, … and downwards <c>Z</c> one, <c>Y</c> two, …), so at both ends of a column ranks count on and stay
/// short. The last digits are drawn by lot: two who drop into one gap at the same moment get different ranks, and both land.
/// </remarks>
public static class Rank
{
    /// <summary>A column whose ranks would get longer is ranked anew.</summary>
    public const int Longest = 60;

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Base = 62;
    private const int Lots = 4;

    // "j" and ten digits count microseconds for as long as there are dates.
    private const char InstantHead = 'j';
    private const int InstantDigits = 10;

    /// <summary>A rank between two others; null stands for the end of the column.</summary>
    public static string Between(string? before, string? after, Random random)
    {
        if (before is not null && after is not null && string.CompareOrdinal(before, after) >= 0)
        {
            throw new ArgumentException($"{before} does not stand before {after}.", nameof(after));
        }

        return DrawLots(Room(before, after), random);
    }

    /// <summary>Ranks one after another, all of them behind <paramref name="before"/>.</summary>
    public static IEnumerable<string> Following(string? before, int count, Random random)
    {
        for (var i = 0; i < count; i++)
        {
            yield return before = Between(before, null, random);
        }
    }

    /// <summary>The rank of what was done at an instant: the later, the further up.</summary>
    public static string Newest(DateTimeOffset at, Guid task)
    {
        Span<char> rank = stackalloc char[1 + InstantDigits + Lots];
        rank[0] = InstantHead;
        Write(rank[1..(1 + InstantDigits)], (ulong)(DateTimeOffset.MaxValue.Ticks - at.UtcTicks) / 10);
        // The end of an id is as good as a lot, and the same whenever it is asked for.
        Write(rank[(1 + InstantDigits)..], BitConverter.ToUInt64(task.ToByteArray(), 8));
        rank[^1] = rank[^1] == Digits[0] ? Digits[1] : rank[^1];
        return rank.ToString();
    }

    private static string Room(string? before, string? after)
    {
        if (before is null)
        {
            return after is null ? "a0" : Neighbour(Whole(after), -1);
        }

        var whole = Whole(before);
        var next = Neighbour(whole, +1);
        return after is null || string.CompareOrdinal(next, Whole(after)) < 0 ? next
            : whole == Whole(after) ? whole + Middle(before.AsSpan(whole.Length), after.AsSpan(whole.Length))
            : whole + Middle(before.AsSpan(whole.Length), default);
    }

    private static string Whole(string rank) => rank[..(1 + Length(rank[0]))];

    private static int Length(char head) => head >= 'a' ? head - 'a' + 1 : 'Z' - head + 1;

    /// <summary>The next whole number, or the one before.</summary>
    private static string Neighbour(string whole, int step)
    {
        var digits = whole.ToCharArray();
        for (var i = digits.Length - 1; i > 0; i--)
        {
            var value = Value(digits[i]) + step;
            digits[i] = Digits[(value + Base) % Base];
            if (value is >= 0 and < Base)
            {
                return new string(digits);
            }
        }

        // All digits turned over: the number gets one more or one less.
        var head = (whole[0], step) switch
        {
            ('Z', +1) => 'a',
            ('a', -1) => 'Z',
            _ => (char)(whole[0] + step),
        };
        return head + new string(step > 0 ? Digits[0] : Digits[^1], Length(head));
    }

    /// <summary>The beginning of all fractions of a range around the middle of two others; no <paramref name="high"/> is no bound.</summary>
    private static string Middle(ReadOnlySpan<char> low, ReadOnlySpan<char> high)
    {
        var middle = new List<char>();
        var bounded = !high.IsEmpty;
        for (var i = 0; ; i++)
        {
            var from = i < low.Length ? Value(low[i]) : 0;
            var to =
                !bounded ? Base
                : i < high.Length ? Value(high[i])
                : 0;
            if (to - from > 1)
            {
                middle.Add(Digits[(from + to) / 2]);
                return new string([.. middle]);
            }

            // No digit lies between them. Behind the lower one everything is below the higher one.
            middle.Add(Digits[from]);
            bounded &= to == from;
        }
    }

    // No rank ends with a zero: nothing would fit between it and the same rank without.
    private static string DrawLots(string room, Random random) =>
        string.Create(
            room.Length + Lots,
            (room, random),
            static (rank, from) =>
            {
                from.room.CopyTo(rank);
                for (var i = from.room.Length; i < rank.Length; i++)
                {
                    rank[i] = Digits[from.random.Next(i == rank.Length - 1 ? 1 : 0, Base)];
                }
            }
        );

    private static void Write(Span<char> digits, ulong value)
    {
        for (var i = digits.Length - 1; i >= 0; i--, value /= Base)
        {
            digits[i] = Digits[(int)(value % Base)];
        }
    }

    private static int Value(char digit) =>
        digit switch
        {
            <= '9' => digit - '0',
            <= 'Z' => digit - 'A' + 10,
            _ => digit - 'a' + 36,
        };
}
