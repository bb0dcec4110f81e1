using Cooperator.Api.Platform;

namespace Cooperator.Api.Features.Imports;

/// <summary>What is wrong with a row of an import: where it stands, what stood there, and why it can not be taken.</summary>
/// <param name="Line">The line of the file the row begins on; 1 is the first line.</param>
/// <param name="Column">The column's heading as in the file, or null when the row as a whole is meant.</param>
/// <param name="Value">The value as in the file.</param>
/// <param name="Code">Stable: the web app has a sentence for it in each language.</param>
/// <param name="Message">The reason in English.</param>
public sealed record ImportFault(int Line, string? Column, string? Value, string Code, string Message)
{
    /// <summary>Enough to find the place by; a cell can be as large as the file.</summary>
    private const int LongestValue = 200;

    internal ImportFault Clipped() => this with { Column = Clip(Column), Value = Clip(Value) };

    internal static string? Clip(string? value) =>
        value?.Length > LongestValue ? Clipping.Start(value, LongestValue) + "…" : value;
}
