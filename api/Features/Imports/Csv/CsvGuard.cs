using System.Text.RegularExpressions;

namespace Cooperator.Api.Features.Imports.Csv;

/// <summary>
/// Keeps spreadsheets from running what a cell says: an apostrophe before whatever begins a formula, at the beginning and
/// behind what a spreadsheet may take for the end of a cell. What has an apostrophe there already is given another one, so
/// that each text comes back as it was.
/// </summary>
internal static partial class CsvGuard
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static string Guard(string text) => Bare().Replace(text, "${before}'");

    public static string Unguard(string cell) => Guarded().Replace(cell, "${before}");

    [GeneratedRegex(@"(?<before>(^|[;\t]) *)(?='*[=+\-@])", Options, 1000)]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?<before>(^|[;\t]) *)'(?='*[=+\-@])", Options, 1000)]
    private static partial Regex Guarded();
}
