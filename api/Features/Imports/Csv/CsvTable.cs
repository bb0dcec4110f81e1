using CsvHelper;

namespace Cooperator.Api.Features.Imports.Csv;

/// <summary>A row and the line of the file it begins on (1 is the first line).</summary>
internal sealed record CsvRow(int Line, string[] Values);

/// <summary>A CSV text cut into a header and rows. Blank lines are left out; the separator is found from the text.</summary>
internal sealed record CsvTable(char Separator, string[] Header, IReadOnlyList<CsvRow> Rows, List<ImportFault> Faults)
{
    private const int MostColumns = 200;

    /// <exception cref="UnreadableFileException">There is no header, or more than <paramref name="maxRows"/> rows.</exception>
    public static CsvTable Read(string text, int maxRows)
    {
        var table = Read(text, maxRows, lineBreaksInQuotes: true, out var quoteLeftOpen);

        // A quotation mark that is never closed swallows the rest of the list: read again, so that only its row is lost.
        return quoteLeftOpen ? Read(text, maxRows, lineBreaksInQuotes: false, out _) : table;
    }

    private static CsvTable Read(string text, int maxRows, bool lineBreaksInQuotes, out bool quoteLeftOpen)
    {
        var leftOpen = false;
        var faults = new List<ImportFault>();
        var rows = new List<CsvRow>();
        string[]? header = null;
        var options = CsvReaderOptions.Default with
        {
            HasHeader = false,
            TrackLineNumbers = true,
            // Real lists have ragged rows: short ones are filled up, long ones are named below.
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            AllowLineBreaksInQuotes = lineBreaksInQuotes,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record =>
            {
                leftOpen |= record.Reason == CsvMalformedReason.UnterminatedQuote;
                faults.Add(BrokenQuotes((int)record.LineNumber));
            },
        };

        using var reader = CsvReader.FromText(text, options);
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            var values = new string[reader.FieldCount];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.GetString(i);
            }

            if (Array.TrueForAll(values, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (header is null)
            {
                header = CheckedHeader(values);
                continue;
            }

            if (rows.Count == maxRows)
            {
                throw new UnreadableFileException(
                    $"The list has more than {maxRows:N0} rows. Split it and import the parts."
                );
            }

            if (values.Skip(header.Length).Any(value => !string.IsNullOrWhiteSpace(value)))
            {
                faults.Add(
                    new ImportFault(
                        line,
                        null,
                        null,
                        "TOO_MANY_VALUES",
                        $"The row has {values.Length} values, the header names {header.Length} columns."
                    )
                );
                continue;
            }

            rows.Add(new CsvRow(line, values));
        }

        quoteLeftOpen = leftOpen;
        return header is null && !leftOpen
            ? throw new UnreadableFileException("The file is empty: the first line must name the columns.")
            : new CsvTable(reader.Separator, header ?? [], rows, faults);
    }

    // A file without line breaks is one line, which is then taken for the header.
    private static string[] CheckedHeader(string[] values) =>
        values.Length <= MostColumns
            ? [.. values.Select(value => ImportFault.Clip(value)!)]
            : throw new UnreadableFileException(
                $"The first line names {values.Length:N0} columns, {MostColumns} are possible."
            );

    private static ImportFault BrokenQuotes(int line) =>
        new(
            line,
            null,
            null,
            "BROKEN_QUOTES",
            "A quotation mark is opened and not closed, or stands in the middle of a value."
        );
}
