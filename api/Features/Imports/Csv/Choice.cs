namespace Cooperator.Api.Features.Imports.Csv;

/// <summary>The words by which a list may name the values of an enum.</summary>
internal sealed class Choice<T>(params (T Value, string[] Words)[] entries)
    where T : struct, Enum
{
    private readonly Dictionary<string, T> byWord = entries
        .SelectMany(entry =>
            entry.Words.Append(entry.Value.ToString()).Select(word => (Word: ColumnMap.Normalize(word), entry.Value))
        )
        .DistinctBy(pair => pair.Word)
        .ToDictionary(pair => pair.Word, pair => pair.Value, StringComparer.Ordinal);

    public string Words => string.Join(", ", entries.Select(entry => entry.Words[0]));

    public T? Find(string word) => byWord.TryGetValue(ColumnMap.Normalize(word), out var value) ? value : null;
}
