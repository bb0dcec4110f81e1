using System.Text;

namespace Cooperator.GraphQL.Language;

/// <summary>Block strings, see section 2.9.4 of the specification.</summary>
public static class BlockString
{
    private static readonly string[] LineTerminators = ["\r\n", "\n", "\r"];

    /// <summary>
    /// The value of a block string from the <paramref name="raw"/> text between its quotes: the common indentation and the blank first and last lines are removed,
    /// and <c>\"""</c> stands for three quotes.
    /// </summary>
    public static string Dedent(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var lines = raw.Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal)
            .Split(LineTerminators, StringSplitOptions.None);
        var commonIndent = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = IndentOf(lines[i]);
            if (indent == lines[i].Length)
            {
                continue;
            }

            first = first < 0 ? i : first;
            last = i;
            if (i > 0)
            {
                commonIndent = Math.Min(commonIndent, indent);
            }
        }

        if (first < 0)
        {
            return "";
        }

        var value = new StringBuilder(raw.Length);
        for (var i = first; i <= last; i++)
        {
            if (i > first)
            {
                value.Append('\n');
            }

            value.Append(lines[i].AsSpan(i == 0 ? 0 : Math.Min(commonIndent, lines[i].Length)));
        }

        return value.ToString();
    }

    /// <summary>Whether <paramref name="value"/> comes back unchanged when it is printed as a block string and read again.</summary>
    public static bool IsPrintable(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length == 0)
        {
            return true;
        }

        var lineIsEmpty = true;
        var lineIsIndented = false;
        var allLinesIndented = true;
        var sawLineEnd = false;
        foreach (var character in value)
        {
            switch (character)
            {
                case '\n':
                    if (lineIsEmpty && !sawLineEnd)
                    {
                        return false; // a leading blank line would be lost
                    }

                    sawLineEnd = true;
                    lineIsEmpty = true;
                    lineIsIndented = false;
                    break;
                case '\t' or ' ':
                    lineIsIndented |= lineIsEmpty;
                    break;
                case < '\u0010':
                    return false; // control characters are better seen as escapes
                default:
                    allLinesIndented &= lineIsIndented;
                    lineIsEmpty = false;
                    break;
            }
        }

        // A trailing blank line would be lost, and so would an indentation that all lines share.
        return !lineIsEmpty && !(allLinesIndented && sawLineEnd);
    }

    /// <summary>The value between triple quotes.</summary>
    public static string Print(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.Split(LineTerminators, StringSplitOptions.None);
        var isSingleLine = lines.Length == 1;
        var endsWithEscapedQuotes = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);

        // A last quote or backslash would run into the closing quotes.
        var forceTrailingLine = (value.EndsWith('"') && !endsWithEscapedQuotes) || value.EndsWith('\\');
        var onSeveralLines = !isSingleLine || value.Length > 70 || forceTrailingLine || endsWithEscapedQuotes;
        var skipLeadingLine = isSingleLine && value.Length > 0 && IsIndent(value[0]);
        var leading = onSeveralLines && !skipLeadingLine ? "\n" : "";
        var trailing = onSeveralLines ? "\n" : "";
        return $"\"\"\"{leading}{escaped}{trailing}\"\"\"";
    }

    private static int IndentOf(string line)
    {
        var indent = 0;
        while (indent < line.Length && IsIndent(line[indent]))
        {
            indent++;
        }

        return indent;
    }

    private static bool IsIndent(char character) => character is ' ' or '\t';
}
