using System.Buffers;
using System.Buffers.Text;

namespace Cooperator.GraphQL.Redis.Resp;

/// <summary>Reads values of RESP3 (github.com/redis/redis-specifications, "RESP3") as their bytes come in.</summary>
internal static class RespReader
{
    private const int MaxDepth = 16;
    private const int MaxItems = 1_000_000;
    private const int MaxTextLength = 64 * 1024 * 1024;
    private const int MaxLineLength = 64 * 1024;

    /// <summary>Takes the first value off the buffer; false when it is not all there yet.</summary>
    /// <exception cref="RedisConnectionException">The bytes are no RESP, or larger than anything that is expected here.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, out RespValue value)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (!TryRead(ref reader, 0, out value))
        {
            return false;
        }

        buffer = buffer.Slice(reader.Position);
        return true;
    }

    private static bool TryRead(ref SequenceReader<byte> reader, int depth, out RespValue value)
    {
        value = RespValue.Null;
        if (depth > MaxDepth)
        {
            throw Malformed();
        }

        if (!reader.TryReadTo(out ReadOnlySequence<byte> line, "\r\n"u8))
        {
            return reader.Remaining > MaxLineLength ? throw Malformed() : false;
        }

        if (line.Length is 0 or > MaxLineLength)
        {
            throw Malformed();
        }

        var rest = line.Slice(1).ToArray();
        switch (line.FirstSpan[0])
        {
            // Simple strings, doubles, booleans and big numbers are lines of text.
            case (byte)'+' or (byte)',' or (byte)'#' or (byte)'(':
                value = RespValue.OfText(rest);
                return true;
            case (byte)'-':
                value = RespValue.OfError(rest);
                return true;
            case (byte)':':
                value = RespValue.OfNumber(Integer(rest));
                return true;
            case (byte)'_':
                return true;
            case (byte)'$' or (byte)'=':
                return TryReadText(ref reader, Integer(rest), isError: false, out value);
            case (byte)'!':
                return TryReadText(ref reader, Integer(rest), isError: true, out value);
            case (byte)'*' or (byte)'~':
                return TryReadItems(ref reader, depth, Integer(rest), RespKind.Items, out value);
            case (byte)'%':
                return TryReadItems(ref reader, depth, Integer(rest) * 2, RespKind.Items, out value);
            case (byte)'>':
                return TryReadItems(ref reader, depth, Integer(rest), RespKind.Push, out value);
            case (byte)'|':
                // Attributes stand before the value they are about; nothing here asks for them.
                return TryReadItems(ref reader, depth, Integer(rest) * 2, RespKind.Items, out _)
                    && TryRead(ref reader, depth + 1, out value);
            default:
                throw Malformed();
        }
    }

    private static bool TryReadText(ref SequenceReader<byte> reader, long length, bool isError, out RespValue value)
    {
        value = RespValue.Null;
        if (length == -1)
        {
            // How RESP2 says null; RESP3 servers still may.
            return true;
        }

        if (length is < 0 or > MaxTextLength)
        {
            throw Malformed();
        }

        if (reader.Remaining < length + 2)
        {
            return false;
        }

        var bytes = new byte[length];
        reader.TryCopyTo(bytes);
        reader.Advance(length);
        if (!reader.IsNext("\r\n"u8, advancePast: true))
        {
            throw Malformed();
        }

        value = isError ? RespValue.OfError(bytes) : RespValue.OfText(bytes);
        return true;
    }

    private static bool TryReadItems(
        ref SequenceReader<byte> reader,
        int depth,
        long count,
        RespKind kind,
        out RespValue value
    )
    {
        value = RespValue.Null;
        if (count == -1)
        {
            return true;
        }

        if (count is < 0 or > MaxItems)
        {
            throw Malformed();
        }

        // Not sized by what the server claims, but by what comes.
        var items = new List<RespValue>();
        for (var index = 0L; index < count; index++)
        {
            if (!TryRead(ref reader, depth + 1, out var item))
            {
                return false;
            }

            items.Add(item);
        }

        value = RespValue.Of(kind, items);
        return true;
    }

    private static long Integer(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits, out long number, out var consumed) && consumed == digits.Length
            ? number
            : throw Malformed();

    private static RedisConnectionException Malformed() => new("The server does not speak the Redis protocol.");
}
