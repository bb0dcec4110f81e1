namespace Cooperator.GraphQL.AspNetCore.Http;

/// <summary>The one charset the transports speak.</summary>
internal static class Charsets
{
    /// <summary>Whether a <c>charset</c> parameter, quoted or not, names UTF-8.</summary>
    public static bool IsUtf8(ReadOnlySpan<char> charset)
    {
        charset = charset.Trim('"');
        return charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
