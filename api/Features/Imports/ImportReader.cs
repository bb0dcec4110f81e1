using Cooperator.Api.Database;
using Cooperator.Api.Features.Imports.Csv;
using Cooperator.Api.Features.Imports.Lists;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Imports;

/// <summary>
/// Reads a list into the co-op's records as the context tracks them. The dry run and the import are this same work: the
/// one forgets what it did, the other saves it, so that the dry run can not promise what the import does not do.
/// </summary>
public sealed class ImportReader(CooperatorDbContext db, ImportSettings settings)
{
    private const int PreviewRows = 20;

    /// <param name="kind">What the list is of.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="today">Today in the co-op's time zone.</param>
    /// <param name="recording">When, and through whom, the homes become known.</param>
    /// <param name="onProgress">Told the percentage done, each time it grows.</param>
    /// <param name="ct">Gives up.</param>
    internal async Task<ImportReport> ReadAsync(
        ImportKind kind,
        ReadOnlyMemory<byte> content,
        DateOnly today,
        Recording recording,
        Func<int, ValueTask> onProgress,
        CancellationToken ct
    )
    {
        CsvText text;
        CsvTable table;
        try
        {
            text = CsvText.Decode(content.Span);
            table = CsvTable.Read(text.Text, settings.MaxRows);
        }
        catch (UnreadableFileException unreadable)
        {
            return ImportReport.Unreadable(unreadable);
        }

        var known = kind == ImportKind.Members ? MemberList.Columns : UnitList.Columns;
        var faults = table.Faults;
        var columns = new ColumnMap(table.Header, known, faults);
        var report = new ImportReport(
            text.Encoding,
            table.Separator.ToString(),
            table.Header,
            columns.Unknown,
            [],
            [],
            table.Rows.Count,
            0,
            0,
            0
        );
        if (faults.Exists(fault => fault.Code is "COLUMN_MISSING" or "COLUMN_TWICE"))
        {
            return report with { Faults = faults };
        }

        var changes = kind switch
        {
            ImportKind.Members => await ReadMembersAsync(table, columns, today, recording, onProgress, ct),
            ImportKind.Units => await ReadUnitsAsync(table, columns, today, onProgress, ct),
        };
        var faulty = faults.Select(fault => fault.Line).ToHashSet();
        return report with
        {
            Faults =
            [
                .. faults.OrderBy(fault => fault.Line).Take(ImportReport.MostFaults).Select(fault => fault.Clipped()),
            ],
            Preview =
            [
                .. table
                    .Rows.Take(PreviewRows)
                    .Select(
                        (row, i) =>
                            new ImportRow(
                                row.Line,
                                [.. row.Values.Select(value => ImportFault.Clip(value)!)],
                                faulty.Contains(row.Line) ? ImportChange.Faulty : changes[i] ?? ImportChange.Faulty
                            )
                    ),
            ],
            NewCount = changes.Count(change => change == ImportChange.New),
            ChangedCount = changes.Count(change => change == ImportChange.Changed),
            UnchangedCount = changes.Count(change => change == ImportChange.Unchanged),
        };
    }

    private async Task<ImportChange?[]> ReadMembersAsync(
        CsvTable table,
        ColumnMap columns,
        DateOnly today,
        Recording recording,
        Func<int, ValueTask> onProgress,
        CancellationToken ct
    )
    {
        var homes = new HomeImport(db, columns, table.Faults, recording);
        var members = new MemberImport(db, homes, columns, table.Faults, today);
        await members.LoadAsync(ct);
        var changes = await TakeAsync(
            table,
            columns,
            MemberList.Read,
            // Who left and joined again does so in this order, whichever row stands first.
            row => row.JoinedOn.DayNumber,
            members.Take,
            onProgress,
            ct
        );
        homes.MoveIn();
        return changes;
    }

    private async Task<ImportChange?[]> ReadUnitsAsync(
        CsvTable table,
        ColumnMap columns,
        DateOnly today,
        Func<int, ValueTask> onProgress,
        CancellationToken ct
    )
    {
        var units = new UnitImport(db, columns, table.Faults, today);
        await units.LoadAsync(ct);
        return await TakeAsync(table, columns, UnitList.Read, row => row.Line, units.Take, onProgress, ct);
    }

    private async Task<ImportChange?[]> TakeAsync<TRow>(
        CsvTable table,
        ColumnMap columns,
        Func<RowReader, TRow?> read,
        Func<TRow, int> place,
        Func<TRow, ImportChange?> take,
        Func<int, ValueTask> onProgress,
        CancellationToken ct
    )
        where TRow : class
    {
        // Finding out after each row what changed would take as long as there are rows before it.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var changes = new ImportChange?[table.Rows.Count];
            var rows = table
                .Rows.Select((row, index) => (Index: index, Row: read(new RowReader(columns, row, table.Faults))))
                .Where(row => row.Row is not null)
                .OrderBy(row => place(row.Row!))
                .ToList();
            for (var i = 0; i < rows.Count; i++)
            {
                changes[rows[i].Index] = take(rows[i].Row!);
                var (before, now) = (i * 100 / rows.Count, (i + 1) * 100 / rows.Count);
                if (now > before)
                {
                    ct.ThrowIfCancellationRequested();
                    await onProgress(now);
                }
            }

            return changes;
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }
}
