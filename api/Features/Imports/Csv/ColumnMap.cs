using System.Globalization;
using System.Text;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Imports.Csv;

/// <summary>A column an import knows: the name our exports write, and the headings it goes by in other people's lists.</summary>
internal sealed record ImportColumn(string Name, bool Required, params string[] Aliases);

/// <summary>Which column of a file holds what, by its heading: case, accents, spaces and punctuation do not matter.</summary>
internal sealed class ColumnMap
{
    private readonly Dictionary<ImportColumn, int> positions = [];
    private readonly string[] header;

    public ColumnMap(string[] header, IReadOnlyList<ImportColumn> known, List<ImportFault> faults)
    {
        this.header = header;
        var unknown = new List<string>();
        for (var position = 0; position < header.Length; position++)
        {
            var heading = Normalize(header[position]);
            var column = known.FirstOrDefault(c =>
                Normalize(c.Name) == heading || c.Aliases.Any(alias => Normalize(alias) == heading)
            );
            if (column is null)
            {
                if (heading.Length > 0)
                {
                    unknown.Add(header[position].Trim());
                }
            }
            else if (!positions.TryAdd(column, position))
            {
                faults.Add(
                    new ImportFault(
                        1,
                        header[position],
                        null,
                        "COLUMN_TWICE",
                        $"Two columns hold the same: {header[positions[column]]} and {header[position]}."
                    )
                );
            }
        }

        faults.AddRange(
            known
                .Where(c => c.Required && !positions.ContainsKey(c))
                .Select(c => new ImportFault(
                    1,
                    c.Name,
                    null,
                    "COLUMN_MISSING",
                    $"The column {c.Name} is missing. It may also be called: {string.Join(", ", c.Aliases)}."
                ))
        );
        Unknown = unknown;
    }

    /// <summary>Headings that mean nothing to this import; their values are passed over.</summary>
    public IReadOnlyList<string> Unknown { get; }

    public bool Has(ImportColumn column) => positions.ContainsKey(column);

    public int IndexOf(ImportColumn column) => positions.GetValueOrDefault(column, -1);

    public string HeadingOf(ImportColumn column) =>
        positions.TryGetValue(column, out var position) ? header[position].Trim() : column.Name;

    internal static string Normalize(string heading) =>
        string.Concat(
            (LineOfText.CanBeNormalized(heading) ? heading : string.Concat(heading.Where(char.IsLetterOrDigit)))
                .Normalize(NormalizationForm.FormD)
                .Where(c =>
                    CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c)
                )
                .Select(char.ToLowerInvariant)
        );
}
