using System.Text.RegularExpressions;
using Cooperator.Api.Features.Imports.Csv;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Imports.Lists;

/// <summary>Rules of the co-op say no to a row in the same words as to a single request.</summary>
internal static partial class RefusalFault
{
    public static ImportFault Of(RefusalException refusal, int line) =>
        new(line, null, null, CodeOf(refusal), refusal.Message);

    public static ImportFault At(
        this ColumnMap columns,
        ImportColumn column,
        int line,
        string? value,
        string code,
        string message
    ) => new(line, columns.HeadingOf(column), value, code, message);

    // UnitAlreadyLetException → UNIT_ALREADY_LET, as the GraphQL schema names it.
    private static string CodeOf(RefusalException refusal) =>
        WordStart()
            .Replace(refusal.GetType().Name.Replace("Exception", "", StringComparison.Ordinal), "_")
            .ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordStart();
}
