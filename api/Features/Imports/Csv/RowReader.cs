using System.Globalization;
using System.Text.RegularExpressions;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Imports.Csv;

/// <summary>Reads the values of one row by column, typed; what can not be read becomes a fault and null.</summary>
internal sealed partial class RowReader(ColumnMap columns, CsvRow row, List<ImportFault> faults)
{
    private static readonly string[] UnambiguousDates = ["yyyy-MM-dd", "d.M.yyyy", "yyyyMMdd"];
    private static readonly string[] DayFirst = ["d/M/yyyy"];
    private static readonly string[] MonthFirst = ["M/d/yyyy"];

    public int Line => row.Line;

    /// <summary>Whether this row has given no fault so far.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>The value without surrounding or doubled space, in Unicode's composed form; null when empty or no such column.</summary>
    public string? Text(ImportColumn column, int maxLength, bool required = false)
    {
        var raw = Raw(column);
        if (raw.Length == 0)
        {
            return required ? Refuse(column, raw, "REQUIRED", "A value is needed here.") : null;
        }

        var text = LineOfText.Tidy(Breaks().Replace(raw, " "));
        return text switch
        {
            "" => required ? Refuse(column, raw, "REQUIRED", "A value is needed here.") : null,
            _ when LineOfText.HoldsUnprintable(text) => Refuse(
                column,
                raw,
                "CONTROL_CHARACTER",
                "The value holds a character that can not be printed."
            ),
            { Length: var length } when length > maxLength => Refuse(
                column,
                raw,
                "TOO_LONG",
                $"The value has {length} characters, {maxLength} are possible."
            ),
            _ => text,
        };
    }

    public string? Email(ImportColumn column)
    {
        var text = Text(column, InvalidInputException.LongestEmail);
        return text is null || InvalidInputException.IsEmail(text)
            ? text
            : Refuse(column, text, "INVALID_EMAIL", "This is not an e-mail address.");
    }

    /// <summary>2024-05-31, 31.5.2024, or 31/5/2024 where day and month can not be mistaken for each other.</summary>
    public DateOnly? Date(ImportColumn column, bool required = false)
    {
        if (Text(column, 40, required) is not { } text)
        {
            return null;
        }

        if (TryDate(text, UnambiguousDates, out var date))
        {
            return InRange(column, text, date);
        }

        return (TryDate(text, DayFirst, out var dayFirst), TryDate(text, MonthFirst, out var monthFirst)) switch
        {
            (true, true) when dayFirst != monthFirst => RefuseDate(
                "AMBIGUOUS_DATE",
                "Day and month can be mistaken for each other. Write 2024-05-31."
            ),
            (true, _) => InRange(column, text, dayFirst),
            (_, true) => InRange(column, text, monthFirst),
            _ => RefuseDate("INVALID_DATE", "This is not a date. Write 2024-05-31 or 31.5.2024."),
        };

        DateOnly? RefuseDate(string code, string message)
        {
            Refuse(column, text, code, message);
            return null;
        }
    }

    public int? Integer(ImportColumn column, int min, int max)
    {
        if (Text(column, 40) is not { } text)
        {
            return null;
        }

        if (
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min
            && number <= max
        )
        {
            return number;
        }

        Refuse(column, text, "INVALID_NUMBER", $"A whole number from {min} to {max} is needed here.");
        return null;
    }

    /// <summary>A number with a decimal point or comma; thousands are not separated.</summary>
    public decimal? Decimal(ImportColumn column, decimal min, decimal max)
    {
        if (Text(column, 40) is not { } text)
        {
            return null;
        }

        var style = NumberStyles.AllowDecimalPoint;
        if (
            decimal.TryParse(text.Replace(',', '.'), style, CultureInfo.InvariantCulture, out var number)
            && number >= min
            && number <= max
        )
        {
            return number;
        }

        Refuse(column, text, "INVALID_NUMBER", $"A number from {min} to {max} is needed here.");
        return null;
    }

    /// <summary>One of the words the choice knows, in any of our languages.</summary>
    public T? OneOf<T>(ImportColumn column, Choice<T> choice)
        where T : struct, Enum
    {
        if (Text(column, 60) is not { } text)
        {
            return null;
        }

        if (choice.Find(text) is { } value)
        {
            return value;
        }

        Refuse(column, text, "UNKNOWN_WORD", $"Possible are: {choice.Words}.");
        return null;
    }

    /// <summary>Adds a fault about this row; <paramref name="column"/> null means the row as a whole.</summary>
    public string? Refuse(ImportColumn? column, string? value, string code, string message)
    {
        IsSound = false;
        faults.Add(new ImportFault(row.Line, column is null ? null : columns.HeadingOf(column), value, code, message));
        return null;
    }

    private DateOnly? InRange(ImportColumn column, string text, DateOnly date)
    {
        if (date.Year is >= 1850 and <= 2200)
        {
            return date;
        }

        Refuse(column, text, "DATE_OUT_OF_RANGE", "The year must lie between 1850 and 2200.");
        return null;
    }

    private string Raw(ImportColumn column)
    {
        var index = columns.IndexOf(column);
        return index >= 0 && index < row.Values.Length ? CsvGuard.Unguard(row.Values[index].Trim()) : "";
    }

    private static bool TryDate(string text, string[] formats, out DateOnly date) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    // Spreadsheets let people break lines within a cell.
    [GeneratedRegex(@"[\r\n\t\v\f]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Breaks();
}
