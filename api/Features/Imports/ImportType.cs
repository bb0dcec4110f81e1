using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Imports;

[ObjectType<Import>(
    nameof(Import.Id),
    nameof(Import.Kind),
    nameof(Import.State),
    nameof(Import.FileName),
    nameof(Import.CreatedAt),
    nameof(Import.AppliedAt)
)]
[Authorize(Policy = Policies.Admin)]
public static class ImportType
{
    [NodeResolver]
    [Authorize(Policy = Policies.Admin)]
    public static Task<Import?> GetImportByIdAsync(Guid id, CooperatorDbContext db, CancellationToken ct) =>
        db.Imports.SingleOrDefaultAsync(i => i.Id == id, ct);

    /// <summary>The encoding the file was read in: UTF-8, UTF-16 or Windows-1252.</summary>
    public static string GetEncoding([Parent] Import import) => import.Report.Encoding;

    /// <summary>What stands between the values of a row.</summary>
    public static string GetSeparator([Parent] Import import) => import.Report.Separator;

    /// <summary>The headings of the file.</summary>
    public static IReadOnlyList<string> GetColumns([Parent] Import import) => import.Report.Columns;

    /// <summary>Headings that mean nothing here; their values are passed over.</summary>
    public static IReadOnlyList<string> GetUnknownColumns([Parent] Import import) => import.Report.UnknownColumns;

    public static int GetRowCount([Parent] Import import) => import.Report.RowCount;

    public static int GetNewCount([Parent] Import import) => import.Report.NewCount;

    public static int GetChangedCount([Parent] Import import) => import.Report.ChangedCount;

    public static int GetUnchangedCount([Parent] Import import) => import.Report.UnchangedCount;

    public static int GetFaultCount([Parent] Import import) => import.Report.Faults.Count;

    /// <summary>What is wrong, in the order of the file.</summary>
    public static IEnumerable<ImportFault> GetFaults([Parent] Import import, int first = 200) =>
        import.Report.Faults.Take(Math.Max(first, 0));

    /// <summary>The first rows, and what importing them does.</summary>
    public static IEnumerable<ImportRow> GetPreview([Parent] Import import, int first = 20) =>
        import.Report.Preview.Take(Math.Max(first, 0));
}
