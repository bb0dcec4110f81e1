using System.Text;
using Cooperator.Api.Features.Imports;
using Cooperator.Api.Features.Imports.Csv;

namespace Cooperator.Api.Tests.Features.Imports;

public sealed class CsvReading
{
    private static readonly ImportColumn Name = new("name", true, "Name", "Familienname");
    private static readonly ImportColumn Day = new("joined_on", false, "Eintritt");
    private static readonly ImportColumn Size = new("size", false, "Fläche (m²)");
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void Reads_utf8_with_and_without_a_byte_order_mark()
    {
        Assert.Equal(new CsvText("Jürgen", "UTF-8"), CsvText.Decode(Encoding.UTF8.GetBytes("Jürgen")));
        Assert.Equal(
            new CsvText("Jürgen", "UTF-8"),
            CsvText.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("Jürgen")])
        );
    }

    [Fact]
    public void Reads_utf16_with_a_byte_order_mark()
    {
        Assert.Equal(new CsvText("Zoë", "UTF-16"), CsvText.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Zoë")]));
        Assert.Equal(
            new CsvText("Zoë", "UTF-16"),
            CsvText.Decode([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Zoë")])
        );
    }

    [Fact]
    public void Reads_bytes_that_are_not_utf8_as_windows_1252() =>
        Assert.Equal(new CsvText("Straße 5 €", "Windows-1252"), CsvText.Decode(Windows1252.GetBytes("Straße 5 €")));

    [Fact]
    public void Refuses_what_is_no_text() =>
        Assert.Throws<UnreadableFileException>(() => CsvText.Decode([0x50, 0x4B, 0x03, 0x04, 0x00, 0x00]));

    [Fact]
    public void Names_the_lines_of_a_list_put_together_in_two_encodings()
    {
        byte[] list =
        [
            .. Encoding.UTF8.GetBytes("Name\nJörg\n"),
            .. Windows1252.GetBytes("Käthe\nOtto\nWeiß\n"),
            .. Encoding.UTF8.GetBytes("Zoë\n"),
        ];

        var mixed = Assert.Throws<UnreadableFileException>(() => CsvText.Decode(list));
        var marked = Assert.Throws<UnreadableFileException>(() =>
            CsvText.Decode([0xEF, 0xBB, 0xBF, .. Windows1252.GetBytes("Name\nJörg\n")])
        );

        Assert.Equal("MIXED_ENCODING", mixed.Code);
        Assert.Equal([3, 5], mixed.Lines);
        Assert.Equal([2], marked.Lines);
    }

    [Fact]
    public void Reads_on_behind_what_is_no_character()
    {
        var faults = new List<ImportFault>();

        var columns = new ColumnMap(["Na\uFFFEme", "Eintritt"], [Name, Day], faults);
        var row = new RowReader(columns, new CsvRow(2, ["An\uFFFEna", "\uFFFE"]), faults);

        Assert.Null(row.Text(Name, 100));
        Assert.Null(row.OneOf(Day, new Choice<ImportKind>((ImportKind.Members, ["Members"]))));
        Assert.Equal(["CONTROL_CHARACTER", "CONTROL_CHARACTER"], faults.Select(f => f.Code));
    }

    [Theory]
    [InlineData("kemal@intranet", true)]
    [InlineData("kemal@example.org", true)]
    [InlineData("Kemal <kemal@example.org>", false)]
    [InlineData("kemal", false)]
    public void Takes_the_addresses_that_the_api_takes(string address, bool taken)
    {
        var faults = new List<ImportFault>();
        var row = new RowReader(new ColumnMap(["Name"], [Name], faults), new CsvRow(2, [address]), faults);

        Assert.Equal(taken ? address : null, row.Email(Name));
        Assert.Equal(taken ? [] : ["INVALID_EMAIL"], faults.Select(f => f.Code));
    }

    [Theory]
    [InlineData("Alma", "Alma")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30 1234", "'+49 30 1234")]
    [InlineData("'=1+1", "''=1+1")]
    [InlineData("''@x", "'''@x")]
    [InlineData("'n Haus", "'n Haus")]
    [InlineData("x;=1+1", "x;'=1+1")]
    [InlineData("x; -1;@y", "x; '-1;'@y")]
    [InlineData("x;'=1+1", "x;''=1+1")]
    [InlineData("a=b;c", "a=b;c")]
    public void What_a_spreadsheet_would_run_is_guarded_and_comes_back_as_it_was(string value, string cell)
    {
        Assert.Equal(cell, CsvGuard.Guard(value));
        Assert.Equal(value, CsvGuard.Unguard(cell));
    }

    [Fact]
    public void Refuses_a_file_that_is_one_long_line() =>
        Assert.Throws<UnreadableFileException>(() => CsvTable.Read(string.Concat(Enumerable.Repeat("a;", 201)), 10));

    [Theory]
    [InlineData("a;b\n1;2", ';')]
    [InlineData("a,b\n1,2", ',')]
    [InlineData("a\tb\n1\t2", '\t')]
    [InlineData("a|b\n1|2", '|')]
    [InlineData("sep=;\na;b\n1;2", ';')]
    public void Finds_the_separator(string text, char separator)
    {
        var table = CsvTable.Read(text, 10);

        Assert.Equal(separator, table.Separator);
        Assert.Equal(["a", "b"], table.Header);
        Assert.Equal(["1", "2"], Assert.Single(table.Rows).Values);
    }

    [Fact]
    public void Counts_lines_as_an_editor_does_across_blank_lines_and_line_breaks_in_quotes()
    {
        var table = CsvTable.Read("a;b\r\n\r\n\"one\r\ntwo\";2\r\n;\r\nthree;3\r\n", 10);

        Assert.Equal([3, 6], table.Rows.Select(row => row.Line));
        Assert.Equal("one\r\ntwo", table.Rows[0].Values[0]);
    }

    [Fact]
    public void Loses_only_its_own_row_to_a_quotation_mark_left_open()
    {
        var table = CsvTable.Read("a;b\n\"one;2\nthree;3\nfour;4\n", 10);

        Assert.Equal([3, 4], table.Rows.Select(row => row.Line));
        Assert.Equal((2, "BROKEN_QUOTES"), table.Faults.Select(fault => (fault.Line, fault.Code)).Single());
    }

    [Fact]
    public void Names_rows_with_more_values_than_columns_and_fills_up_short_ones()
    {
        var table = CsvTable.Read("a;b\n1\n1;2;3\n1;2;\n", 10);

        Assert.Equal([2, 4], table.Rows.Select(row => row.Line));
        Assert.Equal((3, "TOO_MANY_VALUES"), table.Faults.Select(fault => (fault.Line, fault.Code)).Single());
    }

    [Fact]
    public void Refuses_an_empty_file_and_one_with_too_many_rows()
    {
        Assert.Throws<UnreadableFileException>(() => CsvTable.Read("", 10));
        Assert.Throws<UnreadableFileException>(() => CsvTable.Read("a\n1\n2\n3\n", 2));
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("NAME ")]
    [InlineData("familien-name")]
    [InlineData("name")]
    public void Knows_a_column_by_any_of_its_headings(string heading)
    {
        var faults = new List<ImportFault>();

        Assert.Equal(1, new ColumnMap(["x", heading], [Name], faults).IndexOf(Name));
        Assert.Empty(faults);
    }

    [Fact]
    public void Names_columns_that_are_missing_or_there_twice_and_passes_over_unknown_ones()
    {
        var faults = new List<ImportFault>();
        var columns = new ColumnMap(["Eintritt", "joined on", "Haustier"], [Name, Day], faults);

        Assert.Equal(["COLUMN_TWICE", "COLUMN_MISSING"], faults.Select(fault => fault.Code));
        Assert.Equal(["Haustier"], columns.Unknown);
    }

    [Theory]
    [InlineData("2024-05-31", "2024-05-31")]
    [InlineData("31.5.2024", "2024-05-31")]
    [InlineData("31.05.2024", "2024-05-31")]
    [InlineData("31/5/2024", "2024-05-31")]
    [InlineData("5/31/2024", "2024-05-31")]
    [InlineData("5/5/2024", "2024-05-05")]
    public void Reads_a_day_in_every_way_that_can_not_be_mistaken(string written, string day)
    {
        var (value, faults) = ReadDay(written);

        Assert.Equal(DateOnly.Parse(day), value);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("4/5/2024", "AMBIGUOUS_DATE")]
    [InlineData("31.2.2024", "INVALID_DATE")]
    [InlineData("5.5.24", "INVALID_DATE")]
    [InlineData("45421", "INVALID_DATE")]
    [InlineData("gestern", "INVALID_DATE")]
    [InlineData("1.1.0001", "DATE_OUT_OF_RANGE")]
    public void Refuses_a_day_that_can_be_mistaken_or_does_not_exist(string written, string code)
    {
        var (value, faults) = ReadDay(written);

        Assert.Null(value);
        Assert.Equal((7, "Eintritt", written, code), faults.Select(f => (f.Line, f.Column, f.Value, f.Code)).Single());
    }

    [Theory]
    [InlineData("65,5", 65.5)]
    [InlineData("65.5", 65.5)]
    [InlineData("65", 65)]
    public void Reads_a_number_with_point_or_comma(string written, double number)
    {
        var faults = new List<ImportFault>();
        var columns = new ColumnMap(["Flaeche m2", "Fläche m²"], [Size], faults);

        Assert.Equal(
            (decimal)number,
            new RowReader(columns, new CsvRow(2, ["", written]), faults).Decimal(Size, 0, 1000)
        );
    }

    [Fact]
    public void Tidies_names_and_keeps_every_script()
    {
        var faults = new List<ImportFault>();
        var columns = new ColumnMap(["Name"], [Name], faults);
        string? Read(string value) => new RowReader(columns, new CsvRow(2, [value]), faults).Text(Name, 20);

        Assert.Equal("Łukasz Ó Néill", Read("  Łukasz\u00A0 Ó  Ne\u0301ill "));
        Assert.Equal("王小明", Read("王小明"));
        Assert.Null(Read("A\u0007B"));
        Assert.Null(Read(new string('x', 21)));
        Assert.Equal(["CONTROL_CHARACTER", "TOO_LONG"], faults.Select(fault => fault.Code));
    }

    private static (DateOnly? Value, List<ImportFault> Faults) ReadDay(string written)
    {
        var faults = new List<ImportFault>();
        var columns = new ColumnMap(["Eintritt"], [Day], faults);
        return (new RowReader(columns, new CsvRow(7, [written]), faults).Date(Day), faults);
    }
}
