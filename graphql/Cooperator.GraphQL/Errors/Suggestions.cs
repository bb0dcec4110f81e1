namespace Cooperator.GraphQL;

/// <summary>Names that a misspelt one may have meant.</summary>
internal static class Suggestions
{
    private const int MaxSuggestions = 5;

    /// <summary>A sentence with a leading space such as <c> Did you mean "name" or "named"?</c>; empty when nothing is near.</summary>
    public static string DidYouMean(string input, IEnumerable<string> options) => Sentence("", Near(input, options));

    /// <summary>As <see cref="DidYouMean(string, IEnumerable{string})"/>, with a word before the names: <c> Did you mean the enum value "A"?</c>.</summary>
    public static string DidYouMean(string kind, string input, IEnumerable<string> options) =>
        Sentence(kind + " ", Near(input, options));

    /// <summary>The options near the input, nearest first.</summary>
    public static IReadOnlyList<string> Near(string input, IEnumerable<string> options)
    {
        var threshold = (int)Math.Floor(input.Length * 0.4) + 1;
        return
        [
            .. options
                .Distinct(StringComparer.Ordinal)
                .Select(option => (Option: option, Distance: Distance(input, option, threshold)))
                .Where(pair => pair.Distance is not null)
                .OrderBy(pair => pair.Distance)
                .ThenBy(pair => pair.Option, NaturalOrder.Instance)
                .Select(pair => pair.Option),
        ];
    }

    /// <summary>The sentence for names that are already known to be near.</summary>
    public static string Sentence(string kind, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return "";
        }

        var quoted = names.Take(MaxSuggestions).Select(name => $"\"{name}\"").ToList();
        var list = quoted.Count switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, or {quoted[^1]}",
        };
        return $" Did you mean {kind}{list}?";
    }

    // As Unicode has it without a language: the capital I with a dot becomes two characters, which .NET leaves alone.
    private static string Lower(string text) =>
        text.Replace("\u0130", "i\u0307", StringComparison.Ordinal).ToLowerInvariant();

    // The Damerau-Levenshtein distance without regard to case; a difference in case only counts as one.
    private static int? Distance(string input, string option, int threshold)
    {
        if (input == option)
        {
            return 0;
        }

        // Too long, even if each character of the option became two in lower case.
        if (input.Length - (2 * option.Length) > threshold)
        {
            return null;
        }

        var a = Lower(option);
        var b = Lower(input);
        if (a == b)
        {
            return 1;
        }

        if (a.Length < b.Length)
        {
            (a, b) = (b, a);
        }

        if (a.Length - b.Length > threshold)
        {
            return null;
        }

        var rows = new int[3][];
        for (var row = 0; row < 3; row++)
        {
            rows[row] = new int[b.Length + 1];
        }

        for (var column = 0; column <= b.Length; column++)
        {
            rows[0][column] = column;
        }

        for (var row = 1; row <= a.Length; row++)
        {
            var above = rows[(row - 1) % 3];
            var current = rows[row % 3];
            var smallest = current[0] = row;
            for (var column = 1; column <= b.Length; column++)
            {
                var cost = a[row - 1] == b[column - 1] ? 0 : 1;
                var cell = Math.Min(Math.Min(above[column] + 1, current[column - 1] + 1), above[column - 1] + cost);
                if (row > 1 && column > 1 && a[row - 1] == b[column - 2] && a[row - 2] == b[column - 1])
                {
                    cell = Math.Min(cell, rows[(row - 2) % 3][column - 2] + 1);
                }

                current[column] = cell;
                smallest = Math.Min(smallest, cell);
            }

            if (smallest > threshold)
            {
                return null;
            }
        }

        var distance = rows[a.Length % 3][b.Length];
        return distance <= threshold ? distance : null;
    }
}

/// <summary>Orders names as people do: runs of digits by their number, as the reference implementation reads them.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        x ??= "";
        y ??= "";
        int i = 0,
            j = 0;
        while (i < x.Length && j < y.Length)
        {
            if (char.IsAsciiDigit(x[i]) && char.IsAsciiDigit(y[j]))
            {
                var difference = Number(x, ref i).CompareTo(Number(y, ref j));
                if (difference != 0)
                {
                    return difference;
                }
            }
            else if (x[i] != y[j])
            {
                return x[i] - y[j];
            }
            else
            {
                i++;
                j++;
            }
        }

        return x.Length - y.Length;
    }

    // A leading zero is a number by itself.
    private static double Number(string text, ref int position)
    {
        var number = 0d;
        do
        {
            number = (number * 10) + text[position++] - '0';
        } while (position < text.Length && char.IsAsciiDigit(text[position]) && number > 0);

        return number;
    }
}
