using System.Globalization;
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
    [InlineData("query ($a: Int = 1 = 2) { a }", "Expected \"$\", found \"=\".", 1, 20)]
    [InlineData("query ($a) { a }", "Expected \":\", found \")\".", 1, 10)]
    [InlineData("query (a: Int) { a }", "Expected \"$\", found Name \"a\".", 1, 8)]
    [InlineData("query () { a }", "Expected \"$\", found \")\".", 1, 8)]
    [InlineData("query ($a: Int @b(c: $d)) { a }", "Unexpected variable \"$d\" in constant value.", 1, 22)]
    [InlineData("query ($a: Int!!) { a }", "Expected \"$\", found \"!\".", 1, 16)]
    [InlineData("query ($a: []) { a }", "Expected Name, found \"]\".", 1, 13)]
    [InlineData("{ a: b: c }", "Expected Name, found \":\".", 1, 7)]
    [InlineData("{ a(b) }", "Expected \":\", found \")\".", 1, 6)]
    [InlineData("{ a(b:) }", "Unexpected \")\".", 1, 7)]
    [InlineData("{ a(: 1) }", "Expected Name, found \":\".", 1, 5)]
    [InlineData("{ a @ }", "Expected Name, found \"}\".", 1, 7)]
    [InlineData("{ a @b() }", "Expected Name, found \")\".", 1, 8)]
    [InlineData("{ ... }", "Expected \"{\", found \"}\".", 1, 7)]
    [InlineData("{ ...a { b } }", "Expected Name, found \"{\".", 1, 8)]
    [InlineData("{ ... @a }", "Expected \"{\", found \"}\".", 1, 10)]
    [InlineData("{ ... on T }", "Expected \"{\", found \"}\".", 1, 12)]
    [InlineData("{ a(b: {c}) }", "Expected \":\", found \"}\".", 1, 10)]
    [InlineData("{ a(b: {c: 1}", "Expected Name, found <EOF>.", 1, 14)]
    [InlineData("{ a(b: [1) }", "Unexpected \")\".", 1, 10)]
    [InlineData("{ a(b: $1) }", "Expected Name, found Int \"1\".", 1, 9)]
    [InlineData("{ a } }", "Unexpected \"}\".", 1, 7)]
    [InlineData("{ a } { b }x", "Unexpected Name \"x\".", 1, 12)]
    [InlineData("subscription", "Expected \"{\", found <EOF>.", 1, 13)]
    [InlineData("mutation { a", "Expected Name, found <EOF>.", 1, 13)]
    [InlineData("fragment a($b: Int) on T { c }", "Expected \"on\", found \"(\".", 1, 11)]
    [InlineData("fragment a @b on T { c }", "Expected \"on\", found \"@\".", 1, 12)]
    [InlineData("\"x\"", "Unexpected <EOF>.", 1, 4)]
    [InlineData("\"x\" \"y\" type A", "Unexpected String \"y\".", 1, 5)]
    [InlineData("\"x\" a", "Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("\"x\" ...", "Unexpected \"...\".", 1, 5)]
    public void What_is_not_in_the_grammar_is_an_error_at_its_place(
        string text,
        string message,
        int line,
        int column
    ) => SyntaxAssert.Error(text, message, line, column);

    [Theory]
    [InlineData("schema", "Expected \"{\", found <EOF>.", 1, 7)]
    [InlineData("schema { a: B }", "Unexpected Name \"a\".", 1, 10)]
    [InlineData("schema { query }", "Expected \":\", found \"}\".", 1, 16)]
    [InlineData("schema { query: A! }", "Expected Name, found \"!\".", 1, 18)]
    [InlineData("schema @a", "Expected \"{\", found <EOF>.", 1, 10)]
    [InlineData("extend schema", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend schema {}", "Expected Name, found \"}\".", 1, 16)]
    [InlineData("extend schema @a(b: $c)", "Unexpected variable \"$c\" in constant value.", 1, 21)]
    [InlineData("schema { \"x\" query: A }", "Expected Name, found String \"x\".", 1, 10)]
    [InlineData("scalar", "Expected Name, found <EOF>.", 1, 7)]
    [InlineData("scalar A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 16)]
    [InlineData("extend scalar A", "Unexpected <EOF>.", 1, 16)]
    [InlineData("type A {}", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("type A implements", "Expected Name, found <EOF>.", 1, 18)]
    [InlineData("type A implements B &", "Expected Name, found <EOF>.", 1, 22)]
    [InlineData("type A implements B C", "Unexpected Name \"C\".", 1, 21)]
    [InlineData("type A { b: C = 1 }", "Expected Name, found \"=\".", 1, 15)]
    [InlineData("type A { b(): C }", "Expected Name, found \")\".", 1, 12)]
    [InlineData("type A { b(c): C }", "Expected \":\", found \")\".", 1, 13)]
    [InlineData("type A { b(c: D = $e): C }", "Unexpected variable \"$e\" in constant value.", 1, 19)]
    [InlineData("type A { b: C @d(e: $f) }", "Unexpected variable \"$f\" in constant value.", 1, 21)]
    [InlineData("type A { \"x\" }", "Expected Name, found \"}\".", 1, 14)]
    [InlineData("type A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 14)]
    [InlineData("extend type A {}", "Expected Name, found \"}\".", 1, 16)]
    [InlineData("extend type", "Expected Name, found <EOF>.", 1, 12)]
    [InlineData("extend type \"x\"", "Expected Name, found String \"x\".", 1, 13)]
    [InlineData("interface A {}", "Expected Name, found \"}\".", 1, 14)]
    [InlineData("interface A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 19)]
    [InlineData("extend interface A", "Unexpected <EOF>.", 1, 19)]
    [InlineData("union A =", "Expected Name, found <EOF>.", 1, 10)]
    [InlineData("union A = |", "Expected Name, found <EOF>.", 1, 12)]
    [InlineData("union A = B C", "Unexpected Name \"C\".", 1, 13)]
    [InlineData("union A = B || C", "Expected Name, found \"|\".", 1, 14)]
    [InlineData("union A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 15)]
    [InlineData("extend union A", "Unexpected <EOF>.", 1, 15)]
    [InlineData("enum A {}", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("enum A { B @c(d: $e) }", "Unexpected variable \"$e\" in constant value.", 1, 18)]
    [InlineData("enum A { false }", "Name \"false\" is reserved and cannot be used for an enum value.", 1, 10)]
    [InlineData("enum A { null }", "Name \"null\" is reserved and cannot be used for an enum value.", 1, 10)]
    [InlineData("enum A { \"x\" true }", "Name \"true\" is reserved and cannot be used for an enum value.", 1, 14)]
    [InlineData("enum A { \"true\" }", "Expected Name, found \"}\".", 1, 17)]
    [InlineData("enum A { 1 }", "Expected Name, found Int \"1\".", 1, 10)]
    [InlineData("enum A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 14)]
    [InlineData("extend enum A", "Unexpected <EOF>.", 1, 14)]
    [InlineData("input A {}", "Expected Name, found \"}\".", 1, 10)]
    [InlineData("input A { b: C = $d }", "Unexpected variable \"$d\" in constant value.", 1, 18)]
    [InlineData("input A { b: C @d(e: $f) }", "Unexpected variable \"$f\" in constant value.", 1, 22)]
    [InlineData("input A { b(c: D): E }", "Expected \":\", found \"(\".", 1, 12)]
    [InlineData("input A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 15)]
    [InlineData("extend input A", "Unexpected <EOF>.", 1, 15)]
    [InlineData("directive", "Expected \"@\", found <EOF>.", 1, 10)]
    [InlineData("directive a on FIELD", "Expected \"@\", found Name \"a\".", 1, 11)]
    [InlineData("directive @a", "Expected \"on\", found <EOF>.", 1, 13)]
    [InlineData("directive @a on |", "Expected Name, found <EOF>.", 1, 18)]
    [InlineData("directive @a on FIELD |", "Expected Name, found <EOF>.", 1, 24)]
    [InlineData("directive @a on field", "Unexpected Name \"field\".", 1, 17)]
    [InlineData("directive @a repeatable", "Expected \"on\", found <EOF>.", 1, 24)]
    [InlineData("directive @a() on FIELD", "Expected Name, found \")\".", 1, 14)]
    [InlineData("directive @a(b: C = $d) on FIELD", "Unexpected variable \"$d\" in constant value.", 1, 21)]
    [InlineData("directive @a repeatable repeatable on FIELD", "Expected \"on\", found Name \"repeatable\".", 1, 25)]
    [InlineData("directive @a(b: C) @d(e: $f) on FIELD", "Unexpected variable \"$f\" in constant value.", 1, 26)]
    [InlineData("extend directive @a", "Unexpected <EOF>.", 1, 20)]
    [InlineData("extend directive a", "Expected \"@\", found Name \"a\".", 1, 18)]
    [InlineData("extend directive @a @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 27)]
    [InlineData("extend \"x\"", "Unexpected String \"x\".", 1, 8)]
    [InlineData("extend {", "Unexpected \"{\".", 1, 8)]
    [InlineData("extend query", "Unexpected Name \"query\".", 1, 8)]
    [InlineData("extend scalar A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 23)]
    [InlineData("extend type A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 21)]
    [InlineData("extend interface A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 26)]
    [InlineData("extend union A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 22)]
    [InlineData("extend enum A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 21)]
    [InlineData("extend input A @b(c: $d)", "Unexpected variable \"$d\" in constant value.", 1, 22)]
    [InlineData("schema @b(c: $d) { query: A }", "Unexpected variable \"$d\" in constant value.", 1, 14)]
    public void What_defines_nothing_is_an_error_at_its_place(string text, string message, int line, int column) =>
        SyntaxAssert.Error(text, message, line, column);

    [Theory]
    [InlineData("\"x\" schema { query: A }", "\"x\"\nschema {\n  query: A\n}")]
    [InlineData("extend schema { query: A }", "extend schema {\n  query: A\n}")]
    [InlineData("extend scalar A @b", "extend scalar A @b")]
    [InlineData("type A implements & B", "type A implements B")]
    [InlineData("extend type A implements B", "extend type A implements B")]
    [InlineData("extend type A @b", "extend type A @b")]
    [InlineData("extend type A { b: C }", "extend type A {\n  b: C\n}")]
    [InlineData("interface A implements B", "interface A implements B")]
    [InlineData("extend interface A implements B", "extend interface A implements B")]
    [InlineData("extend interface A @b", "extend interface A @b")]
    [InlineData("extend interface A { b: C }", "extend interface A {\n  b: C\n}")]
    [InlineData("union A", "union A")]
    [InlineData("union A = | B", "union A = B")]
    [InlineData("extend union A @b", "extend union A @b")]
    [InlineData("extend union A = B", "extend union A = B")]
    [InlineData("enum A { \"\"\"true\"\"\" B }", "enum A {\n  \"\"\"true\"\"\"\n  B\n}")]
    [InlineData("extend enum A @b", "extend enum A @b")]
    [InlineData("extend enum A { B }", "extend enum A {\n  B\n}")]
    [InlineData("extend input A @b", "extend input A @b")]
    [InlineData("extend input A { b: C }", "extend input A {\n  b: C\n}")]
    [InlineData("input A { b: C = 1 @d }", "input A {\n  b: C = 1 @d\n}")]
    [InlineData("directive @a on | FIELD", "directive @a on FIELD")]
    [InlineData("directive @a @b repeatable on FIELD", "directive @a @b repeatable on FIELD")]
    [InlineData("extend directive @a @b", "extend directive @a @b")]
    [InlineData("query Q @a(b: $c) { a }", "query Q @a(b: $c) {\n  a\n}")]
    [InlineData("fragment a on T @b(c: $d) { e }", "fragment a on T @b(c: $d) {\n  e\n}")]
    [InlineData("{ ...a @b(c: $d) }", "{\n  ...a @b(c: $d)\n}")]
    [InlineData("{ a(b: { c: $d }) }", "{\n  a(b: { c: $d })\n}")]
    public void What_may_be_left_out_is_left_out(string text, string printed) =>
        Assert.Equal(printed, Parser.Parse(text).ToString());

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

    [Theory]
    [InlineData("true", SyntaxKind.BooleanValue)]
    [InlineData("false", SyntaxKind.BooleanValue)]
    [InlineData("null", SyntaxKind.NullValue)]
    [InlineData("nothing", SyntaxKind.EnumValue)]
    public void Words_are_values_of_their_kind(string text, SyntaxKind kind) =>
        Assert.Equal(kind, Parser.ParseValue(new Source(text)).Kind);

    [Theory]
    [InlineData("{ a ", "}")]
    [InlineData("[", "]")]
    [InlineData("{ a: ", "}")]
    public void Nesting_ends_where_it_is_too_deep_and_what_stands_beside_does_not_count(string open, string close)
    {
        var options = new ParserOptions { MaxNesting = 3 };
        var isSelection = open == "{ a ";
        var inner = isSelection ? "" : "1";

        Read(Nested(3));
        var exception = Assert.Throws<GraphQLException>(() => Read(Nested(4)));

        Assert.Equal("Syntax Error: Document is nested deeper than 3 levels. Parsing aborted.", exception.Message);
        Read(
            isSelection
                ? $"{{ a {string.Concat(Enumerable.Repeat(" b { c }", 5))} }}"
                : $"[{string.Concat(Enumerable.Repeat(Nested(2) + " ", 5))}]"
        );

        string Nested(int depth) =>
            string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

        SyntaxNode Read(string text) =>
            isSelection ? Parser.Parse(text, options) : Parser.ParseValue(new Source(text), options);
    }

    [Fact]
    public void Lists_of_types_are_nested_too()
    {
        var options = new ParserOptions { MaxNesting = 3 };

        Assert.Equal("[[[A]]]", Parser.ParseType(new Source("[[[A]]]"), options).ToString());
        Assert.Throws<GraphQLException>(() => Parser.ParseType(new Source("[[[[A]]]]"), options));
        Parser.Parse("query ($a: [[A]], $b: [[A]], $c: [[A]]) { a }", options);
    }

    [Fact]
    public void Long_lists_are_read_whole()
    {
        var text = $"[{string.Join(", ", Enumerable.Range(0, 1_000))}]";

        var list = (ListValueNode)Parser.ParseValue(new Source(text));

        Assert.Equal(
            Enumerable.Range(0, 1_000),
            list.Values.Select(value => int.Parse(value.ToString(), CultureInfo.InvariantCulture))
        );
    }
}
