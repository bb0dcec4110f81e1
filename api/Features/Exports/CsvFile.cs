using Cooperator.Api.Features.Imports.Csv;
using CsvHelper;

namespace Cooperator.Api.Features.Exports;

/// <summary>
/// A list as a CSV file: UTF-8 with a byte order mark, so that spreadsheets read it right; RFC 4180; and no cell that a
/// spreadsheet would run as a formula.
/// </summary>
internal sealed class CsvFile(string name, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows) : IResult
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        WriteByteOrderMark = true,
        TrueValue = "yes",
        FalseValue = "no",
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var ct = httpContext.RequestAborted;
        httpContext.Response.ContentType = "text/csv; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        httpContext.Response.Headers.CacheControl = "no-store";
        await using var csv = CsvWriter.Create(httpContext.Response.Body, Options, leaveOpen: true);
        foreach (var column in columns)
        {
            csv.WriteField(column);
        }

        await csv.EndRecordAsync(ct);
        await foreach (var row in rows.WithCancellation(ct))
        {
            foreach (var value in row)
            {
                csv.WriteField(value is string text ? CsvGuard.Guard(text) : value);
            }

            await csv.EndRecordAsync(ct);
        }

        await csv.FlushAsync(ct);
    }
}
