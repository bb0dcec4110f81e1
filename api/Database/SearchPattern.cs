using System.Text.RegularExpressions;
using Cooperator.Api.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Database;

/// <summary>What a person typed, as a pattern of ILIKE that finds it anywhere.</summary>
public static partial class SearchPattern
{
    /// <summary>
    /// For the last argument of <see cref="NpgsqlDbFunctionsExtensions.ILike(DbFunctions, string, string, string)"/>:
    /// without it nothing is escaped there.
    /// </summary>
    public const string Escape = "\\";

    public static string Of(string search)
    {
        var escaped = Tidy(search)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
        return $"%{escaped}%";
    }

    /// <summary>What was typed as names are kept, and with the breaks that copying brings along as spaces.</summary>
    public static string Tidy(string search) => LineOfText.Tidy(WhiteSpace().Replace(search, " "));

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhiteSpace();
}
