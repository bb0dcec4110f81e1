using System.Globalization;

namespace Cooperator.GraphQL.Redis;

/// <summary>The id of an entry of a Redis stream: the server's milliseconds, and a number within them.</summary>
internal readonly record struct StreamPosition(ulong Milliseconds, ulong Number) : IComparable<StreamPosition>
{
    /// <summary>Before every entry.</summary>
    public static readonly StreamPosition Start;

    /// <summary>Behind every entry.</summary>
    public static readonly StreamPosition End = new(ulong.MaxValue, ulong.MaxValue);

    /// <exception cref="RedisException">The server's id has another form.</exception>
    public static StreamPosition Parse(string id) =>
        id.Split('-') is [var milliseconds, var number]
        && ulong.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        && ulong.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? new StreamPosition(m, n)
            : throw new RedisException($"\"{id}\" is no id of a stream's entry.");

    public int CompareTo(StreamPosition other) =>
        Milliseconds == other.Milliseconds
            ? Number.CompareTo(other.Number)
            : Milliseconds.CompareTo(other.Milliseconds);

    public static bool operator <(StreamPosition left, StreamPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(StreamPosition left, StreamPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(StreamPosition left, StreamPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(StreamPosition left, StreamPosition right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds}-{Number}");
}
