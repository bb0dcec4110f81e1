using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    [Theory]
    [InlineData("query { id, name }", "{\n  id\n  name\n}")]
    [InlineData("mutation { id, name }", "mutation {\n  id\n  name\n}")]
    [InlineData("query @a { id }", "query @a {\n  id\n}")]
    [InlineData("query ($a: Int = 1 @b, $c: [Int!]) { id }", "query ($a: Int = 1 @b, $c: [Int!]) {\n  id\n}")]
    [InlineData("\"why\" query { id }", "\"why\"\nquery {\n  id\n}")]
    [InlineData("query (\"why\" $a: Int, $b: Int) { id }", "query (\n\"why\"\n$a: Int\n$b: Int\n) {\n  id\n}")]
    [InlineData("{ a { } }", "{\n  a {}\n}")]
    [InlineData(
        "{ ... { b } ...@c { d } ... on E @f { g } ...h @i }",
        "{\n  ... {\n    b\n  }\n  ... @c {\n    d\n  }\n  ... on E @f {\n    g\n  }\n  ...h @i\n}"
    )]
    [InlineData("{ a(b: {}, c: [], d: {e: {f: 1}}) }", "{\n  a(b: {  }, c: [], d: { e: { f: 1 } })\n}")]
    [InlineData("type A @b implements C", null)]
    [InlineData(
        "type A implements B&C @d { \"x\" e(f:Int=1 g:H):I! }",
        "type A implements B & C @d {\n  \"x\"\n  e(f: Int = 1, g: H): I!\n}"
    )]
    [InlineData("type A { e(\"x\" f:Int g:H):I }", "type A {\n  e(\n    \"x\"\n    f: Int\n    g: H\n  ): I\n}")]
    [InlineData("{ a } { b }", "{\n  a\n}\n\n{\n  b\n}")]
    [InlineData("\"why\" fragment A on B { c }", "\"why\"\nfragment A on B {\n  c\n}")]
    [InlineData("union A=|B|C", "union A = B | C")]
    [InlineData("directive@a(b:Int)repeatable on|FIELD|QUERY", "directive @a(b: Int) repeatable on FIELD | QUERY")]
    public void Documents_are_laid_out_as_people_expect(string text, string? printed)
    {
        if (printed is null)
        {
            Assert.Throws<GraphQLException>(() => Parser.Parse(text));
        }
        else
        {
            Assert.Equal(printed, Parser.Parse(text).ToString());
        }
    }

    [Fact]
    public void Arguments_that_do_not_fit_a_line_stand_below_each_other()
    {
        const string text =
            "{ trip(wheelchair: false, arriveBy: false, includePlannedCancellations: true, transitDistanceReluctance: 2000) { id } }";

        Assert.Equal(
            """
            {
              trip(
                wheelchair: false
                arriveBy: false
                includePlannedCancellations: true
                transitDistanceReluctance: 2000
              ) {
                id
              }
            }
            """,
            Parser.Parse(text).ToString()
        );
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("\"\\/", "\"\\\"\\\\/\"")]
    [InlineData("\n\r\t\b\f\0\u007F\u009Fé😀", "\"\\n\\r\\t\\b\\f\\u0000\\u007F\\u009Fé😀\"")]
    public void Strings_escape_what_they_must(string value, string printed) =>
        Assert.Equal(printed, new StringValueNode(value).ToString());

    [Fact]
    public void Printing_takes_time_in_proportion_to_the_nodes_however_deep_they_are()
    {
        ValueNode value = new IntValueNode("1");
        for (var i = 0; i < 2_000; i++)
        {
            value = new ListValueNode([value]);
        }

        Assert.Equal(2_000, value.ToString().Count(character => character == '['));
    }

    [Theory]
    [InlineData(76, "[\"", "\"]", "[\n  \"", "\"\n]")]
    [InlineData(71, "{ a: \"", "\" }", "{\n  a: \"", "\"\n}")]
    public void Values_may_have_eighty_characters_in_a_line(
        int length,
        string open,
        string close,
        string longOpen,
        string longClose
    )
    {
        var text = new string('a', length);

        Assert.Equal(open + text + close, Parser.ParseValue(new Source(open + text + close)).ToString());
        Assert.Equal(
            longOpen + text + "a" + longClose,
            Parser.ParseValue(new Source(open + text + "a" + close)).ToString()
        );
    }

    [Fact]
    public void Fields_may_have_eighty_characters_in_a_line_without_their_indentation()
    {
        var text = new string('a', 72);

        Assert.Equal($"{{\n  b\n  a(b: \"{text}\")\n}}", Parser.Parse($"{{ b a(b: \"{text}\") }}").ToString());
        Assert.Equal(
            $"{{\n  b\n  a(\n    b: \"{text}a\"\n  )\n}}",
            Parser.Parse($"{{ b a(b: \"{text}a\") }}").ToString()
        );
    }

    [Fact]
    public void Any_node_can_be_printed_alone()
    {
        var operation = (OperationDefinitionNode)Parser.Parse("query Q @a(b: 1) { c }").Definitions[0];

        Assert.Equal("Q", operation.Name!.ToString());
        Assert.Equal("@a(b: 1)", operation.Directives[0].ToString());
        Assert.Equal("{\n  c\n}", operation.SelectionSet.ToString());
    }
}
