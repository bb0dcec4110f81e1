using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Cooperator.GraphQL.Execution;

/// <summary>A growing, pooled buffer of UTF-8 JSON. It writes values; the caller keeps the structure valid. Not safe for use by two threads at once.</summary>
public sealed class JsonBuffer : IBufferWriter<byte>, IDisposable
{
    private const int InitialCapacity = 4096;
    private const int LongestNumber = 64;

    // What JSON itself demands to be escaped; anything else travels as it is, in UTF-8.
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"
    );

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialCapacity);
    private int _position;

    /// <summary>How many bytes are written.</summary>
    public int Position => _position;

    /// <summary>The bytes written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _position);

    /// <summary>The bytes written so far; valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _position);

    /// <summary>Forgets everything written after <paramref name="position"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position was never reached.</exception>
    public void Truncate(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, _position);
        _position = position;
    }

    /// <summary>Writes one byte of structure, such as <c>{</c>.</summary>
    public void WriteByte(byte value)
    {
        if (_position == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[_position++] = value;
    }

    /// <summary>Writes JSON that is ready as it is.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        _position += json.Length;
    }

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes a number.</summary>
    public void WriteNumber(int value)
    {
        Utf8Formatter.TryFormat(value, Reserve(LongestNumber), out var written);
        _position += written;
    }

    /// <summary>Writes a number.</summary>
    public void WriteNumber(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(LongestNumber), out var written);
        _position += written;
    }

    /// <summary>Writes a number in its shortest exact form.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or not a number: JSON cannot say it.</exception>
    public void WriteNumber(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has finite numbers only.");
        }

        value.TryFormat(Reserve(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    /// <summary>Writes a number in its shortest exact form.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or not a number: JSON cannot say it.</exception>
    public void WriteNumber(float value)
    {
        if (!float.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has finite numbers only.");
        }

        value.TryFormat(Reserve(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    /// <summary>Writes a number with the fraction digits it carries.</summary>
    public void WriteNumber(decimal value)
    {
        value.TryFormat(Reserve(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    /// <summary>Writes a string, escaping what JSON demands; half a surrogate pair becomes U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        WriteByte((byte)'"');
        while (true)
        {
            var next = value.IndexOfAny(Escaped);
            Transcode(next < 0 ? value : value[..next]);
            if (next < 0)
            {
                break;
            }

            WriteEscape(value[next]);
            value = value[(next + 1)..];
        }

        WriteByte((byte)'"');
    }

    /// <summary>Writes a UUID as a string in its usual form of 36 characters.</summary>
    public void WriteString(Guid value)
    {
        var span = Reserve(38);
        span[0] = (byte)'"';
        value.TryFormat(span[1..], out var written);
        span[written + 1] = (byte)'"';
        _position += written + 2;
    }

    /// <summary>Writes a day as a string: <c>2026-11-20</c>.</summary>
    public void WriteString(DateOnly value)
    {
        var span = Reserve(12);
        span[0] = (byte)'"';
        value.TryFormat(span[1..], out var written, "O", CultureInfo.InvariantCulture);
        span[written + 1] = (byte)'"';
        _position += written + 2;
    }

    /// <summary>Writes an instant as RFC 3339 has it, with the fraction digits it carries: <c>2026-11-20T09:30:00Z</c>.</summary>
    public void WriteString(DateTimeOffset value)
    {
        var span = Reserve(48);
        span[0] = (byte)'"';
        value.TryFormat(
            span[1..],
            out var written,
            value.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
            CultureInfo.InvariantCulture
        );
        span[written + 1] = (byte)'"';
        _position += written + 2;
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - _position);
        _position += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_position);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => Reserve(Math.Max(sizeHint, 1));

    /// <summary>Gives the memory back; the buffer must not be used afterwards.</summary>
    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _position = 0;
        }
    }

    private void Transcode(ReadOnlySpan<char> value)
    {
        // A UTF-16 code unit needs at most three bytes.
        Utf8.FromUtf16(value, Reserve(checked(value.Length * 3)), out _, out var written);
        _position += written;
    }

    private void WriteEscape(char value)
    {
        var span = Reserve(6);
        span[0] = (byte)'\\';
        var letter = value switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)'u',
        };
        span[1] = letter;
        _position += 2;
        if (letter == (byte)'u')
        {
            "00"u8.CopyTo(span[2..]);
            ((int)value).TryFormat(span[4..], out _, "X2", CultureInfo.InvariantCulture);
            _position += 4;
        }
    }

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - _position < count)
        {
            Grow(count);
        }

        return _bytes.AsSpan(_position);
    }

    private void Grow(int count)
    {
        ObjectDisposedException.ThrowIf(_bytes.Length == 0, this);
        var larger = ArrayPool<byte>.Shared.Rent(
            Math.Max(checked(_position + count), (int)Math.Min(_bytes.Length * 2L, Array.MaxLength))
        );
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
