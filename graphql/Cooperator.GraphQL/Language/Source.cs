using System.Text;

namespace Cooperator.GraphQL.Language;

/// <summary>
/// The text of a document as UTF-8 bytes. Bytes that are not UTF-8 count as U+FFFD, one for each maximal broken sequence, as in browsers.
/// </summary>
public sealed class Source
{
    private int[]? _lineStarts;

    /// <summary>Reads <paramref name="text"/>. Half of a surrogate pair is no character: parsing refuses it where it stands.</summary>
    public Source(string text)
    {
        HasHalves = Surrogates.HasHalf(text);
        Utf8 = HasHalves ? Surrogates.Encode(text) : Encoding.UTF8.GetBytes(text);
    }

    /// <summary>Reads <paramref name="utf8"/> without copying it; it must not change while the document is in use.</summary>
    public Source(ReadOnlyMemory<byte> utf8) => Utf8 = utf8;

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>Whether the bytes hold halves of surrogate pairs as <see cref="Surrogates"/> writes them.</summary>
    internal bool HasHalves { get; }

    /// <summary>The text, decoded anew at each call.</summary>
    public override string ToString() => Decode(Utf8.Span);

    /// <summary>Some bytes of the text as characters.</summary>
    internal string Decode(ReadOnlySpan<byte> bytes) =>
        HasHalves ? Surrogates.Decode(bytes) : Encoding.UTF8.GetString(bytes);

    /// <summary>
    /// The line and column of the byte at <paramref name="offset"/>, both counted from 1. Lines end with LF, CR or CR LF;
    /// columns count UTF-16 code units, as editors and the reference implementation do.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public SourceLocation GetLocation(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Utf8.Length);
        var lineStarts = _lineStarts ??= FindLineStarts(Utf8.Span);
        var line = Array.BinarySearch(lineStarts, offset);
        if (line < 0)
        {
            line = ~line - 1;
        }

        var column = Encoding.UTF8.GetCharCount(Utf8.Span[lineStarts[line]..offset]);
        return new SourceLocation(line + 1, column + 1);
    }

    private static int[] FindLineStarts(ReadOnlySpan<byte> text)
    {
        var starts = new List<int> { 0 };
        var position = 0;
        while (true)
        {
            var length = text[position..].IndexOfAny((byte)'\n', (byte)'\r');
            if (length < 0)
            {
                return [.. starts];
            }

            position += length + 1;
            if (text[position - 1] == '\r' && position < text.Length && text[position] == '\n')
            {
                position++;
            }

            starts.Add(position);
        }
    }
}
