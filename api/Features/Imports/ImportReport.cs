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
    public static ImportReport Nothing { get; } = new("", "", [], [], [], [], 0, 0, 0, 0);

    /// <summary>A file of which no row can be read.</summary>
    public static ImportReport Unreadable(string reason) =>
        Nothing with
        {
            Faults = [new ImportFault(1, null, null, "UNREADABLE_FILE", reason)],
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
