using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cooperator.GraphQL.Language;

/// <summary>Strings between quotes.</summary>
internal static class PrintedString
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(NeedsEscape),
    ]);

    /// <summary><paramref name="value"/> as a literal on one line.</summary>
    public static string Of(string value)
    {
        var next = value.AsSpan().IndexOfAny(Escaped);
        if (next < 0)
        {
            return $"\"{value}\"";
        }

        var text = new StringBuilder(value.Length + 8).Append('"');
        var rest = value.AsSpan();
        while (next >= 0)
        {
            text.Append(rest[..next]);
            AppendEscape(text, rest[next]);
            rest = rest[(next + 1)..];
            next = rest.IndexOfAny(Escaped);
        }

        return text.Append(rest).Append('"').ToString();
    }

    private static bool NeedsEscape(char character) =>
        character is < ' ' or '"' or '\\' or (>= '\u007F' and <= '\u009F');

    private static void AppendEscape(StringBuilder text, char character) =>
        _ = character switch
        {
            '"' or '\\' => text.Append('\\').Append(character),
            '\b' => text.Append("\\b"),
            '\t' => text.Append("\\t"),
            '\n' => text.Append("\\n"),
            '\f' => text.Append("\\f"),
            '\r' => text.Append("\\r"),
            _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
        };
}
