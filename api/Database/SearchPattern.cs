namespace Cooperator.Api.Database;

/// <summary>What a person typed, as a pattern of ILIKE that finds it anywhere.</summary>
public static class SearchPattern
{
    public static string Of(string search)
    {
        var escaped = search
            .Trim()
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
        return $"%{escaped}%";
    }
}
