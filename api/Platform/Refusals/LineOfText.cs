using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cooperator.Api.Platform.Refusals;

/// <summary>One line that people typed, such as a name, as it is kept.</summary>
public static partial class LineOfText
{
    /// <summary>
    /// Without space around it, with single spaces inside, in Unicode's composed form; nothing when nothing of it can be
    /// seen. Two lines that look alike are then alike, wherever they were typed.
    /// </summary>
    public static string Tidy(string? value)
    {
        var line = Spaces().Replace(value ?? "", " ").Trim();
        if (!CanBeNormalized(line))
        {
            return line;
        }

        line = line.Normalize(NormalizationForm.FormC);
        return line.EnumerateRunes().All(IsInvisible) ? "" : line;
    }

    /// <summary>
    /// Control characters, halves of characters, what is no character, and marks that turn the text after them around.
    /// </summary>
    public static bool HoldsUnprintable(string line) =>
        !CanBeNormalized(line)
        || line.Any(c => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));

    /// <summary>Whether it is text: <see cref="string.Normalize()"/> fails on halves of characters and on what is none.</summary>
    public static bool CanBeNormalized(string text) =>
        !text.AsSpan().ContainsAny('\uFFFE', '\uFFFF') && !HoldsHalfCharacters(text);

    private static bool HoldsHalfCharacters(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsSurrogatePair(line, i))
            {
                i++;
            }
            else if (char.IsSurrogate(line[i]))
            {
                return true;
            }
        }

        return false;
    }

    // Emoji and right-to-left names need invisible characters too, but never consist of them.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Format
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.NonSpacingMark;

    [GeneratedRegex(@"\p{Zs}+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
