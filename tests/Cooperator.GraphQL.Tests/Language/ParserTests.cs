using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Differential.Generating;

namespace Cooperator.GraphQL.Tests.Language;

/// <summary>Sections 2.2 to 2.12 and 3 of the specification: the grammar.</summary>
public sealed class ParserTests
{
    [Theory]
    [InlineData("", "Unexpected <EOF>.", 1, 1)]
    [InlineData("{", "Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{ a: }", "Expected Name, found \"}\".", 1, 6)]
    [InlineData("{ a { b }", "Expected Name, found <EOF>.", 1, 10)]
    [InlineData("{ a(b: 1", "Expected Name, found <EOF>.", 1, 9)]
    [InlineData("{ a() }", "Expected Name, found \")\".", 1, 5)]
    [InlineData("\n{ ...MissingOn }\nfragment MissingOn Type", "Expected \"on\", found Name \"Type\".", 3, 20)]
    [InlineData("notAnOperation Foo { field }", "Unexpected Name \"notAnOperation\".", 1, 1)]
    [InlineData("...", "Unexpected \"...\".", 1, 1)]
    [InlineData("query Foo", "Expected \"{\", found <EOF>.", 1, 10)]
    [InlineData(
        "query Foo($x: Complex = { a: { b: [ $var ] } }) { field }",
        "Unexpected variable \"$var\" in constant value.",
        1,
        37
    )]
    [InlineData("query Foo($x: Int = $) { field }", "Unexpected \"$\".", 1, 21)]
    [InlineData("fragment on on on { on }", "Unexpected Name \"on\".", 1, 10)]
    [InlineData("{ ...on }", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("{ field(arg: @) }", "Unexpected \"@\".", 1, 14)]
    [InlineData("\"why\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData(
        "\"why\" extend type A @b",
        "Unexpected description, only GraphQL definitions support descriptions.",
        1,
        1
    )]
    [InlineData("extend type A", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend nothing", "Unexpected Name \"nothing\".", 1, 8)]
    [InlineData("extend", "Unexpected <EOF>.", 1, 7)]
    [InlineData("enum E { A true }", "Name \"true\" is reserved and cannot be used for an enum value.", 1, 12)]
    [InlineData("directive @a on FIELD | NOWHERE", "Unexpected Name \"NOWHERE\".", 1, 25)]
    [InlineData("type A implements { a: Int }", "Expected Name, found \"{\".", 1, 19)]
    [InlineData("union U = A |", "Expected Name, found <EOF>.", 1, 14)]
    [InlineData("type A { a }", "Expected \":\", found \"}\".", 1, 12)]
    [InlineData("query ($a: [Int) { a }", "Expected \"]\", found \")\".", 1, 16)]
    [InlineData("schema {}", "Expected Name, found \"}\".", 1, 9)]
    public void What_is_not_in_the_grammar_is_an_error_at_its_place(
        string text,
        string message,
        int line,
        int column
    ) => SyntaxAssert.Error(text, message, line, column);

    [Fact]
    public void Keywords_are_names_where_names_are_expected()
    {
        string[] words =
        [
            "on",
            "fragment",
            "query",
            "mutation",
            "subscription",
            "true",
            "false",
            "null",
            "type",
            "extend",
        ];
        foreach (var word in words)
        {
            var fragment = word == "on" ? "a" : word;
            Parser.Parse(
                $$"""
                query {{word}} { ...{{fragment}} ... on {{word}} { {{word}}({{word}}: ${{word}}) @{{word}}({{word}}: {{word}}) } }
                fragment {{fragment}} on Type { {{word}} }
                """
            );
        }
    }

    [Fact]
    public void The_whole_grammar_is_read_into_nodes_with_their_places()
    {
        const string text = "query Q($a: [Int!]! = [1] @d) { x: f(a: $a) @s { ...F ... on T { b } } }";

        var operation = Assert.IsType<OperationDefinitionNode>(Assert.Single(Parser.Parse(text).Definitions));

        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]);
        var inline = Assert.IsType<InlineFragmentNode>(field.SelectionSet!.Selections[1]);
        Assert.Equal("x", field.ResponseName);
        Assert.Equal("Int", operation.VariableDefinitions[0].Type.NamedType.Name.Value);
        Assert.Equal(
            ["Q", "$a: [Int!]! = [1] @d", "[Int!]!", "a: $a", "@s", "...F", "T"],
            new SyntaxNode[]
            {
                operation.Name!,
                operation.VariableDefinitions[0],
                operation.VariableDefinitions[0].Type,
                field.Arguments[0],
                field.Directives[0],
                field.SelectionSet.Selections[0],
                inline.TypeCondition!,
            }.Select(node => text[node.Location.Start..node.Location.End])
        );
    }

    [Fact]
    public void Descriptions_may_stand_on_operations_fragments_and_variables()
    {
        var document = Parser.Parse("\"one\" query Q(\"two\" $a: Int) { a } \"\"\"three\"\"\" fragment F on T { a }");

        var operation = (OperationDefinitionNode)document.Definitions[0];
        Assert.Equal("one", operation.Description?.Value);
        Assert.Equal("two", operation.VariableDefinitions[0].Description?.Value);
        Assert.Equal("three", ((FragmentDefinitionNode)document.Definitions[1]).Description?.Value);
    }

    [Fact]
    public void Values_and_types_can_be_read_alone()
    {
        Assert.Equal("[1, $a, { b: C }]", Parser.ParseValue(new Source("[1 $a {b:C}]")).ToString());
        Assert.Equal("[[ID!]]!", Parser.ParseType(new Source(" [[ID!]]! ")).ToString());
        Assert.Equal(
            "Syntax Error: Unexpected variable \"$a\" in constant value.",
            Assert.Throws<GraphQLException>(() => Parser.ParseConstValue(new Source("[$a]"))).Message
        );
        Assert.Equal(
            "Syntax Error: Expected <EOF>, found Int \"2\".",
            Assert.Throws<GraphQLException>(() => Parser.ParseValue(new Source("1 2"))).Message
        );
    }

    [Fact]
    public void A_document_may_not_have_more_tokens_than_allowed()
    {
        var options = new ParserOptions { MaxTokens = 3 };
        Parser.Parse("{ a }", options);

        var exception = Assert.Throws<GraphQLException>(() => Parser.Parse("{ a b }", options));

        Assert.Equal("Syntax Error: Document contains more than 3 tokens. Parsing aborted.", exception.Message);
        Assert.Equal([new SourceLocation(1, 7)], exception.Errors[0].Locations);
    }

    [Theory]
    [InlineData("{a", "")]
    [InlineData("{a(b:", "")]
    [InlineData("{a(b:[", "")]
    [InlineData("{a(b:{c:", "")]
    [InlineData("query($a:[", "")]
    [InlineData("{...on T{", "")]
    public void Nesting_without_end_is_refused_and_not_followed(string start, string end)
    {
        var opening = start[(start.LastIndexOfAny(['{', '[', '(']))..];
        var text = start + string.Concat(Enumerable.Repeat(opening, 100_000)) + end;

        var exception = Assert.Throws<GraphQLException>(() =>
            Parser.Parse(text, new ParserOptions { MaxTokens = int.MaxValue })
        );

        Assert.StartsWith("Syntax Error: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_deepest_nesting_allowed_is_read_printed_and_walked()
    {
        var text = string.Concat(Enumerable.Repeat("{ a ", 256)) + string.Concat(Enumerable.Repeat("}", 256));

        var document = Parser.Parse(text);

        Assert.Equal(document.ToString(), Parser.Parse(document.ToString()).ToString());
        Assert.Throws<GraphQLException>(() => Parser.Parse("{ a " + text + "}"));
    }

    [Fact]
    public void Reading_what_was_printed_gives_the_same_nodes()
    {
        foreach (var text in (string[])[KitchenSink.Query, KitchenSink.Sdl])
        {
            var document = Parser.Parse(text);
            var again = Parser.Parse(document.ToString());

            Assert.Equal(NodeTrace.Of(document), NodeTrace.Of(again));
            Assert.Equal(document.ToString(), again.ToString());
        }
    }
}
