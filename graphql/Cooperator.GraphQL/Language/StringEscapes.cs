using System.Text;

namespace Cooperator.GraphQL.Language;

/// <summary>Escape sequences of strings, see section 2.9.4 of the specification.</summary>
internal static class StringEscapes
{
    /// <summary>Reads the escape sequence that begins with the backslash at <paramref name="position"/> and returns its length in bytes.</summary>
    /// <exception cref="GraphQLException">The sequence is not a valid one.</exception>
    public static int Read(Source source, int position, out Rune value)
    {
        var text = source.Utf8.Span;
        var code = position + 1 < text.Length ? text[position + 1] : (byte)0;
        if (code == 'u')
        {
            return text[(position + 2)..].StartsWith("{"u8)
                ? ReadVariableWidth(source, position, out value)
                : ReadFixedWidth(source, position, out value);
        }

        value = code switch
        {
            (byte)'"' => new Rune('"'),
            (byte)'\\' => new Rune('\\'),
            (byte)'/' => new Rune('/'),
            (byte)'b' => new Rune('\b'),
            (byte)'f' => new Rune('\f'),
            (byte)'n' => new Rune('\n'),
            (byte)'r' => new Rune('\r'),
            (byte)'t' => new Rune('\t'),
            _ => throw Invalid(source, position, "character", 2),
        };
        return 2;
    }

    /// <summary>The characters meant by the inside of a string that the lexer has accepted.</summary>
    public static string Resolve(Source source, int start, int end)
    {
        var text = source.Utf8.Span[start..end];
        var length = text.IndexOf((byte)'\\');
        if (length < 0)
        {
            return Encoding.UTF8.GetString(text);
        }

        var value = new StringBuilder(text.Length);
        var position = start;
        while (length >= 0)
        {
            value.Append(Encoding.UTF8.GetString(source.Utf8.Span.Slice(position, length)));
            position += length;
            position += Read(source, position, out var rune);
            value.Append(rune.ToString());
            length = source.Utf8.Span[position..end].IndexOf((byte)'\\');
        }

        return value.Append(Encoding.UTF8.GetString(source.Utf8.Span[position..end])).ToString();
    }

    // \u{1F600}, with any number of digits the nine code units after the brace leave room for.
    private static int ReadVariableWidth(Source source, int position, out Rune value)
    {
        var text = source.Utf8.Span;
        var point = 0;
        var size = 3;
        while (size < 12)
        {
            var code = position + size < text.Length ? text[position + size] : (byte)0;
            size++;
            if (code == '}')
            {
                if (size >= 5 && Rune.IsValid(point))
                {
                    value = new Rune(point);
                    return size;
                }

                break;
            }

            point = (point << 4) | HexDigit(code);
            if (point < 0)
            {
                break;
            }
        }

        throw Invalid(source, position, "Unicode", size);
    }

    // \uABCD, or two of them that make a surrogate pair.
    private static int ReadFixedWidth(Source source, int position, out Rune value)
    {
        var text = source.Utf8.Span;
        var code = HexDigits(text, position + 2);
        if (Rune.IsValid(code))
        {
            value = new Rune(code);
            return 6;
        }

        if (code is >= 0xD800 and <= 0xDBFF && text[(position + 6)..].StartsWith("\\u"u8))
        {
            var trailing = HexDigits(text, position + 8);
            if (trailing is >= 0xDC00 and <= 0xDFFF)
            {
                value = new Rune((char)code, (char)trailing);
                return 12;
            }
        }

        throw Invalid(source, position, "Unicode", 6);
    }

    /// <summary>The value of four hexadecimal digits; negative when they are not that.</summary>
    private static int HexDigits(ReadOnlySpan<byte> text, int start)
    {
        if (start + 4 > text.Length)
        {
            return -1;
        }

        return (HexDigit(text[start]) << 12)
            | (HexDigit(text[start + 1]) << 8)
            | (HexDigit(text[start + 2]) << 4)
            | HexDigit(text[start + 3]);
    }

    private static int HexDigit(byte code) =>
        code switch
        {
            >= (byte)'0' and <= (byte)'9' => code - '0',
            >= (byte)'A' and <= (byte)'F' => code - 'A' + 10,
            >= (byte)'a' and <= (byte)'f' => code - 'a' + 10,
            _ => -1,
        };

    private static GraphQLException Invalid(Source source, int position, string kind, int codeUnits)
    {
        var sequence = SyntaxErrors.Excerpt(source, position, codeUnits);
        return SyntaxErrors.At(source, position, $"Invalid {kind} escape sequence: \"{sequence}\".");
    }
}
