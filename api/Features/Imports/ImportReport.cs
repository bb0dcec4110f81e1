using Cooperator.Api.Features.Imports.Csv;

namespace Cooperator.Api.Features.Imports;

/// <summary>What reading a list showed.</summary>
internal sealed record ImportReport(
    string Encoding,
    string Separator,
    IReadOnlyList<string> Columns,
    IReadOnlyList<string> UnknownColumns,
    IReadOnlyList<ImportFault> Faults,
    IReadOnlyList<ImportRow> Preview,
    int RowCount,
    int NewCount,
    int ChangedCount,
    int UnchangedCount
)
{
    /// <summary>More are not kept: somebody who has so many mends the list's cause, not its cells.</summary>
    public const int MostFaults = 100_000;

    public static ImportReport Nothing { get; } = new("", "", [], [], [], [], 0, 0, 0, 0);

    /// <summary>A file of which no row can be read.</summary>
    public static ImportReport Unreadable(UnreadableFileException reason) =>
        Nothing with
        {
            Faults =
            [
                .. reason
                    .Lines.Take(MostFaults)
                    .Select(line => new ImportFault(line, null, null, reason.Code, reason.Message)),
            ],
        };
}

/// <summary>One of the first rows of a list, and what importing it would do.</summary>
public sealed record ImportRow(int Line, IReadOnlyList<string> Values, ImportChange Change);

public enum ImportChange
{
    New,
    Changed,
    Unchanged,
    Faulty,
}
