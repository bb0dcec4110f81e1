using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Language;

/// <summary>Section 2.9.4 of the specification: block strings.</summary>
public sealed class BlockStringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   \n \t \r\n", "")]
    [InlineData("simple", "simple")]
    [InlineData(
        "\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  ",
        "Hello,\n  World!\n\nYours,\n  GraphQL."
    )]
    [InlineData("    Hello,\n      World!\n    ", "    Hello,\nWorld!")]
    [InlineData("\n\n\n  a\r\n\tb\r  c\n\n", " a\nb\n c")]
    [InlineData("a \\\"\"\" b \\n", "a \"\"\" b \\n")]
    [InlineData("\n    a\n \n    b", "a\n\nb")]
    public void Common_indentation_and_blank_ends_are_removed(string raw, string value) =>
        Assert.Equal(value, BlockString.Dedent(raw));

    [Theory]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("one line", "\"\"\"one line\"\"\"")]
    [InlineData("two\nlines", "\"\"\"\ntwo\nlines\n\"\"\"")]
    [InlineData("    indented", "\"\"\"    indented\"\"\"")]
    [InlineData("  \"", "\"\"\"  \"\n\"\"\"")]
    [InlineData("ends with \"", "\"\"\"\nends with \"\n\"\"\"")]
    [InlineData("ends with \\", "\"\"\"\nends with \\\n\"\"\"")]
    [InlineData("three \"\"\" quotes", "\"\"\"three \\\"\"\" quotes\"\"\"")]
    [InlineData("first\n  second", "\"\"\"\nfirst\n  second\n\"\"\"")]
    public void Block_strings_are_printed_so_that_they_read_the_same(string value, string printed)
    {
        Assert.Equal(printed, BlockString.Print(value));
        Assert.Equal(value, ((StringValueNode)Parser.ParseValue(new Source(printed))).Value);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("a\nb", true)]
    [InlineData("  a\nb", true)]
    [InlineData("  a", true)]
    [InlineData("a\n  b", true)]
    [InlineData("a\u000F", false)]
    [InlineData("a\u0010", true)]
    [InlineData("  a\n  b", false)]
    [InlineData("\na", false)]
    [InlineData("a\n", false)]
    [InlineData("a\rb", false)]
    [InlineData("a\u0001", false)]
    [InlineData(" ", false)]
    public void Some_values_would_not_survive_as_block_strings(string value, bool survives)
    {
        Assert.Equal(survives, BlockString.IsPrintable(value));
        if (survives)
        {
            var printed = BlockString.Print(value);
            Assert.Equal(value, ((StringValueNode)Parser.ParseValue(new Source(printed))).Value);
        }
    }

    [Theory]
    [InlineData(70, "\"\"\"", "\"\"\"")]
    [InlineData(71, "\"\"\"\n", "\n\"\"\"")]
    public void A_long_line_stands_alone(int length, string before, string after)
    {
        var value = new string('a', length);

        Assert.Equal(before + value + after, BlockString.Print(value));
    }
}
