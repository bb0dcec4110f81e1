using System.Text;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Language;

/// <summary>Section 2.1 of the specification: source text and lexical tokens.</summary>
public sealed class LexerTests
{
    [Theory]
    [InlineData("{ a(b: .5) }", "Invalid number, expected digit before \".\", did you mean \"0.5\"?", 1, 8)]
    [InlineData("{ a(b: 00) }", "Invalid number, unexpected digit after 0: \"0\".", 1, 9)]
    [InlineData("{ a(b: 1.) }", "Invalid number, expected digit but got: \")\".", 1, 10)]
    [InlineData("{ a(b: 1.2.3) }", "Invalid number, expected digit but got: \".\".", 1, 11)]
    [InlineData("{ a(b: 1e) }", "Invalid number, expected digit but got: \")\".", 1, 10)]
    [InlineData("{ a(b: -A) }", "Invalid number, expected digit but got: \"A\".", 1, 9)]
    [InlineData("{ a(b: 0xF1) }", "Invalid number, expected digit but got: \"x\".", 1, 9)]
    [InlineData("{ a(b: 1", "Expected Name, found <EOF>.", 1, 9)]
    [InlineData("{ a(b: -", "Invalid number, expected digit but got: <EOF>.", 1, 9)]
    [InlineData("{ a(b: \"x", "Unterminated string.", 1, 10)]
    [InlineData("{ a(b: \"x\ny\") }", "Unterminated string.", 1, 10)]
    [InlineData("{ a(b: \"\"\"x\ny\") }", "Unterminated string.", 2, 6)]
    [InlineData(
        "{ a(b: 'x') }",
        "Unexpected single quote character ('), did you mean to use a double quote (\")?",
        1,
        8
    )]
    [InlineData("{ a(b: \"\\x\") }", "Invalid character escape sequence: \"\\x\".", 1, 9)]
    [InlineData("{ a(b: \"\\u12\") }", "Invalid Unicode escape sequence: \"\\u12\")\".", 1, 9)]
    [InlineData("{ a(b: \"\\uD83Dx\") }", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{110000}\") }", "Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{}\") }", "Invalid Unicode escape sequence: \"\\u{}\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{1F600\") }", "Invalid Unicode escape sequence: \"\\u{1F600\"\".", 1, 9)]
    [InlineData("{ ..a }", "Unexpected \"..\", did you mean \"...\"?", 1, 3)]
    [InlineData("{ .a }", "Unexpected character: \".\".", 1, 3)]
    [InlineData("{ a ? }", "Unexpected character: \"?\".", 1, 5)]
    [InlineData("{ é }", "Unexpected character: U+00E9.", 1, 3)]
    [InlineData("# 😀😀\n{ \"😀\" 😀 }", "Expected Name, found String \"😀\".", 2, 3)]
    [InlineData("#😀\n😀", "Unexpected character: U+1F600.", 2, 1)]
    [InlineData("{ a\u0000 }", "Unexpected character: U+0000.", 1, 4)]
    [InlineData("\r\n\r\r\n ?", "Unexpected character: \"?\".", 4, 2)]
    [InlineData("{ a(b: 1_) }", "Invalid number, expected digit but got: \"_\".", 1, 9)]
    [InlineData("{ a(b: 1.5e) }", "Invalid number, expected digit but got: \")\".", 1, 12)]
    [InlineData("{ a(b: 1e1.) }", "Invalid number, expected digit but got: \".\".", 1, 11)]
    [InlineData("{ a(b: 1e+) }", "Invalid number, expected digit but got: \")\".", 1, 11)]
    [InlineData("{ a(b: -01) }", "Invalid number, unexpected digit after 0: \"1\".", 1, 10)]
    [InlineData("{ a(b: 0_) }", "Invalid number, expected digit but got: \"_\".", 1, 9)]
    [InlineData("{ a(b: 0Z) }", "Invalid number, expected digit but got: \"Z\".", 1, 9)]
    [InlineData("{ a(b: 0z) }", "Invalid number, expected digit but got: \"z\".", 1, 9)]
    [InlineData("{ a(b: 1[) }", "Expected Name, found \"[\".", 1, 9)]
    [InlineData("{ a(b: 1`) }", "Unexpected character: \"`\".", 1, 9)]
    [InlineData("{ a(b: 1@) }", "Expected Name, found \"@\".", 1, 9)]
    [InlineData("{ a(b: .12345 ) }", "Invalid number, expected digit before \".\", did you mean \"0.12345\"?", 1, 8)]
    [InlineData("{ a(b: ..5) }", "Unexpected \"..\", did you mean \"...\"?", 1, 8)]
    [InlineData("{ a~ }", "Unexpected character: \"~\".", 1, 4)]
    [InlineData("{ a(b: 1é) }", "Unexpected character: U+00E9.", 1, 9)]
    [InlineData("{ a(b: \"\\u00/1\") }", "Invalid Unicode escape sequence: \"\\u00/1\".", 1, 9)]
    [InlineData("{ a(b: \"\\u00:1\") }", "Invalid Unicode escape sequence: \"\\u00:1\".", 1, 9)]
    [InlineData("{ a(b: \"\\u00@1\") }", "Invalid Unicode escape sequence: \"\\u00@1\".", 1, 9)]
    [InlineData("{ a(b: \"\\u00G1\") }", "Invalid Unicode escape sequence: \"\\u00G1\".", 1, 9)]
    [InlineData("{ a(b: \"\\u00`1\") }", "Invalid Unicode escape sequence: \"\\u00`1\".", 1, 9)]
    [InlineData("{ a(b: \"\\u00g1\") }", "Invalid Unicode escape sequence: \"\\u00g1\".", 1, 9)]
    [InlineData("{ a(b: \"\\uG000\") }", "Invalid Unicode escape sequence: \"\\uG000\".", 1, 9)]
    [InlineData("{ a(b: \"\\u0G00\") }", "Invalid Unicode escape sequence: \"\\u0G00\".", 1, 9)]
    [InlineData("{ a(b: \"\\u000G\") }", "Invalid Unicode escape sequence: \"\\u000G\".", 1, 9)]
    [InlineData("{ a(b: \"\\uDE00\\uD83D\") }", "Invalid Unicode escape sequence: \"\\uDE00\".", 1, 9)]
    [InlineData("{ a(b: \"\\uD83D\\uD83D\") }", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 9)]
    [InlineData("{ a(b: \"\\uD83D\\uE000\") }", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 9)]
    [InlineData("{ a(b: \"\\uDC00\") }", "Invalid Unicode escape sequence: \"\\uDC00\".", 1, 9)]
    [InlineData("{ a(b: \"\\uD83D\\u12\") }", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{D800}\") }", "Invalid Unicode escape sequence: \"\\u{D800}\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{000000041}\") }", "Invalid Unicode escape sequence: \"\\u{000000041\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{FFFFFFFF}\") }", "Invalid Unicode escape sequence: \"\\u{FFFFFFFF\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{g}\") }", "Invalid Unicode escape sequence: \"\\u{g\".", 1, 9)]
    [InlineData("{ a(b: \"\\", "Invalid character escape sequence: \"\\\".", 1, 9)]
    [InlineData("{ a(b: \"\\u", "Invalid Unicode escape sequence: \"\\u\".", 1, 9)]
    [InlineData("{ a(b: \"\\u12", "Invalid Unicode escape sequence: \"\\u12\".", 1, 9)]
    [InlineData("{ a(b: \"\\u123", "Invalid Unicode escape sequence: \"\\u123\".", 1, 9)]
    [InlineData("{ a(b: \"\\u1234", "Unterminated string.", 1, 15)]
    [InlineData("{ a(b: \"\\u{", "Invalid Unicode escape sequence: \"\\u{\".", 1, 9)]
    [InlineData("{ a(b: \"\\u{1", "Invalid Unicode escape sequence: \"\\u{1\".", 1, 9)]
    [InlineData("{ a(b: \"\"\"", "Unterminated string.", 1, 11)]
    [InlineData("{ a(b: \"\"\"\"", "Unterminated string.", 1, 12)]
    [InlineData("{ a(b: \"\"\"\"\"\"", "Expected Name, found <EOF>.", 1, 14)]
    [InlineData("{ a(b: \"\"\" \\\"\"\"\") }", "Unterminated string.", 1, 20)]
    [InlineData("{ a(b: \"\"\"\\\\\"\"\") }", "Unterminated string.", 1, 19)]
    [InlineData("{ a(b: \"\"\"x\\", "Unterminated string.", 1, 13)]
    [InlineData("# only", "Unexpected <EOF>.", 1, 7)]
    [InlineData("#", "Unexpected <EOF>.", 1, 2)]
    [InlineData("ï", "Unexpected character: U+00EF.", 1, 1)]
    [InlineData("{ a \uFEFF", "Expected Name, found <EOF>.", 1, 6)]
    public void What_is_no_token_is_an_error_at_its_place(string text, string message, int line, int column) =>
        SyntaxAssert.Error(text, message, line, column);

    [Fact]
    public void Columns_count_utf_16_code_units() =>
        SyntaxAssert.Error("{ a(b: \"é😀\") ? }", "Unexpected character: \"?\".", 1, 15);

    [Fact]
    public void White_space_commas_comments_and_byte_order_marks_are_passed_over() =>
        Assert.Equal("{\n  a\n  b\n}", Parser.Parse("\uFEFF {,\t\uFEFFa # c }\r\n,,,b\uFEFF}\r").ToString());

    [Theory]
    [InlineData("\"simple\"", "simple")]
    [InlineData("\" white space \"", " white space ")]
    [InlineData("\"\"", "")]
    [InlineData("\"quote \\\"\"", "quote \"")]
    [InlineData("\"escaped \\n\\r\\b\\t\\f\\\\\\/\"", "escaped \n\r\b\t\f\\/")]
    [InlineData("\"unicode \\u1234\\u5678\\u90AB\\uCDEF\"", "unicode \u1234\u5678\u90AB\uCDEF")]
    [InlineData("\"\\u{1234}\\u{1F600}\\u{00000041}\"", "\u1234😀A")]
    [InlineData("\"\\uD83D\\uDE00\"", "😀")]
    [InlineData("\"\\uDBFF\\uDFFF\\uD800\\uDC00\"", "\uDBFF\uDFFF\uD800\uDC00")]
    [InlineData("\"\\uD7FF\\uE000\\u{10FFFF}\\u{0}\"", "\uD7FF\uE000\uDBFF\uDFFF\0")]
    [InlineData("\"\\u00aF\\u{0fA9}\"", "\u00AF\u0FA9")]
    [InlineData("\"raw \u001F and 😀\"", "raw \u001F and 😀")]
    public void Strings_mean_what_their_escapes_say(string text, string value) =>
        Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseValue(new Source(text))).Value);

    [Fact]
    public void Bytes_that_are_not_utf_8_count_as_replacement_characters()
    {
        byte[] text = [.. "{ a(b: \""u8, 0xC3, 0x28, 0xFF, .. "\") "u8, 0xE2, 0x82, .. " }"u8];

        var exception = Assert.Throws<GraphQLException>(() => Parser.Parse(new Source(text)));

        Assert.Equal("Syntax Error: Unexpected character: U+FFFD.", exception.Message);
        Assert.Equal([new SourceLocation(1, 15)], exception.Errors[0].Locations);
        Assert.Equal("\uFFFD(\uFFFD", ((StringValueNode)Parser.ParseValue(new Source(text.AsMemory(7, 5)))).Value);
    }

    // Attributes are kept as UTF-8 and could not hold them.
    private static readonly (string Text, string Message, int Column)[] WithHalves =
    [
        ("{ \uD83D }", "Invalid character: U+D83D.", 3),
        ("{ a(b: \"é \uDE00\") }", "Invalid character within String: U+DE00.", 11),
        ("{ a(b: \"\"\"\\\"\"\" \uDBFF", "Invalid character within String: U+DBFF.", 16),
        ("{ a # \uD7FF \uD800 and so on", "Invalid character: U+D800.", 9),
        ("{ a(b: 1.\uDFFF) }", "Invalid number, expected digit but got: U+DFFF.", 10),
        ("{ a(b: \"\\\uD83D\") }", "Invalid character escape sequence: \"\\\uD83D\".", 9),
        ("{ a(b: \"\\u12\uD83D4\") }", "Invalid Unicode escape sequence: \"\\u12\uD83D4\".", 9),
        ("{ a(b: \"😀\n\uD83D\") }", "Unterminated string.", 11),
        ("{ ? \uD83D }", "Unexpected character: \"?\".", 3),
    ];

    [Fact]
    public void Halves_of_surrogate_pairs_are_refused_where_they_stand()
    {
        foreach (var (text, message, column) in WithHalves)
        {
            var exception = Assert.Throws<GraphQLException>(() => Parser.Parse(text));

            Assert.Equal("Syntax Error: " + message, exception.Message);
            Assert.Equal([new SourceLocation(1, column)], exception.Errors[0].Locations);
            Assert.Equal(text, new Source(text).ToString());
        }
    }

    [Fact]
    public void Locations_are_byte_offsets_with_lines_and_columns_on_demand()
    {
        var source = new Source(Encoding.UTF8.GetBytes("\"é\"\r\nscalar\rUrl\n"));
        var scalar = (ScalarTypeDefinitionNode)Parser.Parse(source).Definitions[0];

        Assert.Equal(new Location(source, 0, 16), scalar.Location);
        Assert.Equal(new SourceLocation(3, 1), scalar.Name.Location.ToSourceLocation());
        Assert.Equal(new SourceLocation(2, 1), source.GetLocation(6));
        Assert.Equal(new SourceLocation(4, 1), source.GetLocation(source.Utf8.Length));
    }

    [Theory]
    [InlineData("-0", false)]
    [InlineData("-12", false)]
    [InlineData("9", false)]
    [InlineData("19", false)]
    [InlineData("123.0", true)]
    [InlineData("1e5", true)]
    [InlineData("1E+10", true)]
    [InlineData("-0.5e-1", true)]
    public void Numbers_are_kept_as_they_are_written(string text, bool isFloat)
    {
        var value = Parser.ParseValue(new Source(text));

        Assert.Equal(isFloat, value is FloatValueNode);
        Assert.Equal(text, value.ToString());
    }

    [Theory]
    [InlineData("\"\"\" \\\"\"\" \"\"\"", " \"\"\" ")]
    [InlineData("\"\"\"\"x\"\"\"", "\"x")]
    [InlineData("\"\"\"x\"y\"\"z\"\"\"", "x\"y\"\"z")]
    public void Block_strings_end_with_three_quotes_only(string text, string value) =>
        Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseValue(new Source(text))).Value);

    [Theory]
    [InlineData("{ a } #")]
    [InlineData("{ # b\ra # c\n}")]
    public void Comments_end_with_their_line(string text) => Assert.Equal("{\n  a\n}", Parser.Parse(text).ToString());
}
