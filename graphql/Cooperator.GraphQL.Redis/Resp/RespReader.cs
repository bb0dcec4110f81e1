using System.Buffers;
using System.Buffers.Text;

namespace Cooperator.GraphQL.Redis.Resp;

/// <summary>
/// Reads values of RESP3 (github.com/redis/redis-specifications, "RESP3") as their bytes come in. What was read of a value is taken off the buffer and
/// kept, so that a long reply costs the same however many pieces it comes in.
/// </summary>
internal sealed class RespReader
{
    private const int MaxDepth = 16;
    private const int MaxItems = 1_000_000;
    private const int MaxTextLength = 64 * 1024 * 1024;
    private const int MaxLineLength = 64 * 1024;

    // The arrays and the like that are not complete, the innermost on top.
    private readonly Stack<OpenItems> _open = new();

    // The length and the kind of a text whose bytes come next.
    private (int Length, bool IsError)? _text;

    /// <summary>Takes bytes off the buffer up to the end of the next value; false when it is not all there yet.</summary>
    /// <exception cref="RedisConnectionException">The bytes are no RESP, or larger than anything that is expected here.</exception>
    public bool TryRead(ref ReadOnlySequence<byte> buffer, out RespValue value)
    {
        var reader = new SequenceReader<byte>(buffer);
        var isComplete = TryRead(ref reader, out value);
        buffer = buffer.Slice(reader.Position);
        return isComplete;
    }

    private bool TryRead(ref SequenceReader<byte> reader, out RespValue value)
    {
        while (_text is { } text ? TryReadText(ref reader, text, out var part) : TryReadLine(ref reader, out part))
        {
            if (part is not null && TryClose(part) is { } whole)
            {
                value = whole;
                return true;
            }
        }

        value = RespValue.Null;
        return false;
    }

    /// <summary>Reads a line: a value of its own, or the head of one, which is null.</summary>
    private bool TryReadLine(ref SequenceReader<byte> reader, out RespValue? value)
    {
        value = null;
        if (!reader.TryReadTo(out ReadOnlySequence<byte> line, "\r\n"u8))
        {
            return reader.Remaining > MaxLineLength ? throw Malformed() : false;
        }

        if (line.Length is 0 or > MaxLineLength)
        {
            throw Malformed();
        }

        var rest = line.Slice(1).ToArray();
        value = line.FirstSpan[0] switch
        {
            // Simple strings, doubles, booleans and big numbers are lines of text.
            (byte)'+' or (byte)',' or (byte)'#' or (byte)'(' => RespValue.OfText(rest),
            (byte)'-' => RespValue.OfError(rest),
            (byte)':' => RespValue.OfNumber(Integer(rest)),
            (byte)'_' => RespValue.Null,
            (byte)'$' or (byte)'=' => OpenText(Integer(rest), isError: false),
            (byte)'!' => OpenText(Integer(rest), isError: true),
            (byte)'*' or (byte)'~' => Open(Integer(rest), RespKind.Items),
            (byte)'%' => Open(Integer(rest) * 2, RespKind.Items),
            (byte)'>' => Open(Integer(rest), RespKind.Push),
            // Attributes stand before the value they are about; nothing here asks for them.
            (byte)'|' => Open(Integer(rest) * 2, kind: null),
            _ => throw Malformed(),
        };
        return true;
    }

    private RespValue? OpenText(long length, bool isError)
    {
        if (length == -1)
        {
            // How RESP2 says null; RESP3 servers still may.
            return RespValue.Null;
        }

        _text = length is < 0 or > MaxTextLength ? throw Malformed() : ((int)length, isError);
        return null;
    }

    private bool TryReadText(ref SequenceReader<byte> reader, (int Length, bool IsError) text, out RespValue? value)
    {
        value = null;
        if (reader.Remaining < text.Length + 2)
        {
            return false;
        }

        var bytes = new byte[text.Length];
        reader.TryCopyTo(bytes);
        reader.Advance(text.Length);
        if (!reader.IsNext("\r\n"u8, advancePast: true))
        {
            throw Malformed();
        }

        _text = null;
        value = text.IsError ? RespValue.OfError(bytes) : RespValue.OfText(bytes);
        return true;
    }

    private RespValue? Open(long count, RespKind? kind)
    {
        if (count == -1)
        {
            return RespValue.Null;
        }

        if (count is < 0 or > MaxItems)
        {
            throw Malformed();
        }

        if (count == 0)
        {
            return kind is { } known ? RespValue.Of(known, []) : null;
        }

        if (_open.Count == MaxDepth)
        {
            throw Malformed();
        }

        _open.Push(new OpenItems(kind, (int)count));
        return null;
    }

    /// <summary>Puts a value where it belongs; gives the outermost that became complete by it.</summary>
    private RespValue? TryClose(RespValue value)
    {
        while (_open.TryPeek(out var open))
        {
            open.Items.Add(value);
            if (open.Items.Count < open.Count)
            {
                return null;
            }

            _open.Pop();
            if (open.Kind is not { } kind)
            {
                return null;
            }

            value = RespValue.Of(kind, open.Items);
        }

        return value;
    }

    private static long Integer(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits, out long number, out var consumed) && consumed == digits.Length
            ? number
            : throw Malformed();

    private static RedisConnectionException Malformed() => new("The server does not speak the Redis protocol.");

    /// <param name="Kind">Null for attributes, which are read and forgotten.</param>
    /// <param name="Count">How many items belong to it.</param>
    private sealed record OpenItems(RespKind? Kind, int Count)
    {
        // Not sized by what the server claims, but by what comes.
        public List<RespValue> Items { get; } = [];
    }
}
