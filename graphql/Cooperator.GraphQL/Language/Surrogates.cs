using System.Buffers;
using System.Text;

namespace Cooperator.GraphQL.Language;

/// <summary>
/// Halves of surrogate pairs, which a string can hold and UTF-8 can not: each is kept as the three bytes that it would have as a character (WTF-8), so
/// that the lexer comes upon it and says what it is.
/// </summary>
internal static class Surrogates
{
    /// <summary>Whether some surrogate of the text is not one of a pair.</summary>
    public static bool HasHalf(ReadOnlySpan<char> text)
    {
        var next = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        while (next >= 0)
        {
            text = text[next..];
            if (Rune.DecodeFromUtf16(text, out _, out var length) != OperationStatus.Done)
            {
                return true;
            }

            text = text[length..];
            next = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        }

        return false;
    }

    /// <summary>The text as UTF-8, halves included.</summary>
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var bytes = new List<byte>(text.Length);
        Span<byte> encoded = stackalloc byte[4];
        while (text.Length > 0)
        {
            var isWhole = Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done;
            var half = text[0];
            bytes.AddRange(
                isWhole
                    ? encoded[..rune.EncodeToUtf8(encoded)]
                    : [0xED, (byte)(0x80 | ((half >> 6) & 0x3F)), (byte)(0x80 | (half & 0x3F))]
            );
            text = text[length..];
        }

        return [.. bytes];
    }

    /// <summary>The text that <see cref="Encode"/> was given.</summary>
    public static string Decode(ReadOnlySpan<byte> text)
    {
        var decoded = new StringBuilder(text.Length);
        while (IndexOfHalf(text) is var half and >= 0)
        {
            decoded.Append(Encoding.UTF8.GetString(text[..half])).Append(HalfAt(text, half));
            text = text[(half + 3)..];
        }

        return decoded.Append(Encoding.UTF8.GetString(text)).ToString();
    }

    /// <summary>Where the first half is; negative when there is none.</summary>
    public static int IndexOfHalf(ReadOnlySpan<byte> text)
    {
        for (var position = 0; position < text.Length; position++)
        {
            if (IsHalf(text, position))
            {
                return position;
            }
        }

        return -1;
    }

    /// <summary>Whether the bytes at the position are a half: characters that begin with the same byte go on with a smaller one.</summary>
    public static bool IsHalf(ReadOnlySpan<byte> text, int position) =>
        text[position] == 0xED && position + 2 < text.Length && text[position + 1] >= 0xA0;

    /// <summary>The half at the position.</summary>
    public static char HalfAt(ReadOnlySpan<byte> text, int position) =>
        (char)(0xD000 | ((text[position + 1] & 0x3F) << 6) | (text[position + 2] & 0x3F));
}
