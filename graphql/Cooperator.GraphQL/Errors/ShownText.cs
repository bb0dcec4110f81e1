namespace Cooperator.GraphQL;

/// <summary>What a message shows of something a client sent: as it is when it is short, cut when it would swell the response.</summary>
internal static class ShownText
{
    /// <summary>Longer than anything people write by hand, and short enough to be told dozens of times.</summary>
    public const int MaxLength = 4_000;

    /// <summary>The text, or its beginning and a mark that there was more.</summary>
    public static string Cut(string text) => text.Length <= MaxLength ? text : Beginning(text, MaxLength) + "…";

    /// <summary>The first characters of a text; half a surrogate pair is left out.</summary>
    public static string Beginning(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
