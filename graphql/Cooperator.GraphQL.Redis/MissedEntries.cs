namespace Cooperator.GraphQL.Redis;

/// <summary>
/// Finds out whether a node may have missed entries of a stream. Where nobody can tell, rather one alarm too many; but a topic that was merely quiet for
/// so long that the server forgot it is no alarm.
/// </summary>
internal static class MissedEntries
{
    /// <summary>Before which position entries may have been missed; null when none were.</summary>
    /// <param name="stream">The stream as it is; null when the server has none of that name.</param>
    /// <param name="here">The last entry that was read; <see cref="StreamPosition.Start"/> when there was none yet.</param>
    /// <param name="now">The time.</param>
    /// <param name="outOfDate">For how long there may have been entries that were not read.</param>
    /// <param name="kept">How long the server keeps a stream after its last entry.</param>
    public static StreamPosition? UpTo(
        StreamInfo? stream,
        StreamPosition here,
        DateTimeOffset now,
        TimeSpan outOfDate,
        TimeSpan kept
    )
    {
        if (stream is null)
        {
            return MayHaveGoneWithMore((ulong)now.ToUnixTimeMilliseconds()) ? StreamPosition.End : null;
        }

        if (stream.Last < here)
        {
            // The server came back with older data.
            return StreamPosition.End;
        }

        if (stream.First is not { } first)
        {
            return stream.Last > here ? StreamPosition.End : null;
        }

        // When the oldest entry that is left comes after the last that was read, that one may be the only one that was dropped; or it was of an earlier
        // stream of this name.
        return first > here && (stream.WasTrimmed || MayHaveGoneWithMore(first.Milliseconds)) ? first : null;

        // The stream that was read is gone. It was no more than forgotten when that was due, and when this node has looked since: a later entry would have
        // kept it.
        bool MayHaveGoneWithMore(ulong goneBy) =>
            here != StreamPosition.Start
            && (outOfDate >= kept || goneBy < here.Milliseconds + (ulong)kept.TotalMilliseconds);
    }
}
