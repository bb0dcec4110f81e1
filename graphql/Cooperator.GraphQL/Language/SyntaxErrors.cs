using System.Globalization;
using System.Text;

namespace Cooperator.GraphQL.Language;

/// <summary>The wording of syntax errors, which equals the reference implementation's.</summary>
internal static class SyntaxErrors
{
    /// <summary>A syntax error at the byte at <paramref name="offset"/>.</summary>
    public static GraphQLException At(Source source, int offset, string description) =>
        new(new GraphQLError($"Syntax Error: {description}") { Locations = [source.GetLocation(offset)] });

    /// <summary>The character at <paramref name="offset"/> as messages show it.</summary>
    public static string DescribeCharacter(Source source, int offset)
    {
        var text = source.Utf8.Span;
        if (offset >= text.Length)
        {
            return TokenKind.EndOfFile.Describe();
        }

        if (IsHalf(source, offset))
        {
            return string.Create(CultureInfo.InvariantCulture, $"U+{(int)Surrogates.HalfAt(text, offset):X4}");
        }

        Rune.DecodeFromUtf8(text[offset..], out var rune, out _);
        return rune.Value switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{rune}\"",
            _ => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"),
        };
    }

    /// <summary>At most <paramref name="codeUnits"/> UTF-16 code units of the text from <paramref name="offset"/> on.</summary>
    public static string Excerpt(Source source, int offset, int codeUnits)
    {
        var text = source.Utf8.Span;
        // A code unit takes at most three bytes.
        var bytes = text.Slice(offset, Math.Min(text.Length - offset, (codeUnits + 1) * 3));
        var characters = source.Decode(bytes);
        return characters.Length <= codeUnits ? characters : characters[..codeUnits];
    }

    /// <summary>Whether half of a surrogate pair stands there.</summary>
    public static bool IsHalf(Source source, int offset) =>
        source.HasHalves && Surrogates.IsHalf(source.Utf8.Span, offset);
}
