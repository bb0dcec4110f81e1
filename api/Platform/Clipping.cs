namespace Cooperator.Api.Platform;

/// <summary>Cuts long texts between characters: many take two places, and half of one can not be stored.</summary>
internal static class Clipping
{
    /// <summary>The first <paramref name="most"/> places of the text, or one less.</summary>
    public static string Start(string text, int most)
    {
        var end = Math.Min(text.Length, most);
        return text[..(SplitsPair(text, end) ? end - 1 : end)];
    }

    /// <summary>The last <paramref name="most"/> places of the text, or one less.</summary>
    public static string End(string text, int most)
    {
        var start = Math.Max(text.Length - most, 0);
        return text[(SplitsPair(text, start) ? start + 1 : start)..];
    }

    private static bool SplitsPair(string text, int place) =>
        place > 0 && place < text.Length && char.IsSurrogatePair(text[place - 1], text[place]);
}
