using System.Text;
using Cooperator.GraphQLCheck;

namespace Cooperator.GraphQL.Tests.Tools;

/// <summary>The command <c>graphql-check</c>, from its arguments to its answers.</summary>
public sealed class GraphQLCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("graphql-check-").FullName;

    private static readonly string Nested = new string('[', 200) + new string(']', 200);

    [Fact]
    public void Answers_each_line_in_order_and_loses_none()
    {
        var (exit, answers, _) = Run(
            """
            {"id": 1, "query": "{ dog }"}
            {"id": "two", "query": "{ dog { name } }"}
            {"id": {"a": [3]}, "query": "{ cat"}

            not JSON
            [4]
            {"id": 5}
            {"query": "{ cat }"}
            {"id": 6, "query": "{ dog(name: \"\ud83d\") { name } }"}
            {"query": "{ dog { name } }", "id": 7, "\ud800": 1}
            """ + $"\n{{\"id\": {Nested}, \"query\": \"{{ dog {{ name }} }}\"}}",
            Schema("type Query { dog: Dog } type Dog { name: String }")
        );

        Assert.Equal(0, exit);
        Assert.Equal(
            [
                """{"id":1,"ok":false,"parse":null,"validation":[{"message":"Field \"dog\" of type \"Dog\" must have a selection of subfields. Did you mean \"dog { ... }\"?","locations":[{"line":1,"column":3}]}]}""",
                """{"id":"two","ok":true,"parse":null,"validation":[]}""",
                """{"id":{"a": [3]},"ok":false,"parse":{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":6}]},"validation":[]}""",
                """{"id":null,"ok":false,"parse":null,"validation":[],"error":"Line 5 is not JSON (byte 2)."}""",
                """{"id":null,"ok":false,"parse":null,"validation":[],"error":"Line 6 is not a JSON object."}""",
                """{"id":5,"ok":false,"parse":null,"validation":[],"error":"Line 7 has no \"query\" that is a string."}""",
                """{"id":null,"ok":false,"parse":null,"validation":[{"message":"Cannot query field \"cat\" on type \"Query\".","locations":[{"line":1,"column":3}]}]}""",
                """{"id":6,"ok":false,"parse":{"message":"Syntax Error: Invalid character within String: U+D83D.","locations":[{"line":1,"column":14}]},"validation":[]}""",
                """{"id":7,"ok":true,"parse":null,"validation":[]}""",
                $"{{\"id\":{Nested},\"ok\":true,\"parse\":null,\"validation\":[]}}",
            ],
            answers.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Fact]
    public void Gives_messages_as_the_reference_does_where_it_cuts_a_character_in_two()
    {
        var (_, answers, _) = Run(
            """{"id":1,"query":"{ dog(name: \"\\😀\") }"}""",
            Schema("type Query { dog: String }")
        );

        Assert.Equal(
            """{"id":1,"ok":false,"parse":{"message":"Syntax Error: Invalid character escape sequence: \"\\\uD83D\".","locations":[{"line":1,"column":14}]},"validation":[]}""",
            answers.Trim()
        );
    }

    [Fact]
    public void Does_not_ask_for_the_limits_of_a_server()
    {
        var aliases = string.Join(' ', Enumerable.Range(0, 3_000).Select(i => $"a{i}: name"));
        var deep = string.Concat(Enumerable.Repeat("{ next ", 1_000)) + "{ name }" + new string('}', 1_000);

        var (_, answers, _) = Run(
            $"{{\"id\":1,\"query\":\"{{ {aliases} }}\"}}\n{{\"id\":2,\"query\":\"{deep}\"}}",
            Schema("type Query { name: String next: Query }")
        );

        Assert.Equal(2, answers.Split("\"ok\":true").Length - 1);
    }

    [Fact]
    public void Reports_a_file_in_words()
    {
        var schema = Schema("type Query { dog: Int }");
        var right = File("right.graphql", "{ dog }");
        var wrong = File("wrong.graphql", "{\n  cat\n}");
        var broken = File("broken.graphql", "{");

        Assert.Equal((0, $"{right}: valid.\n", ""), Run("", schema, right));
        Assert.Equal(
            (1, $"{wrong}: not valid.\n\nCannot query field \"cat\" on type \"Query\".\n  at {wrong}:2:3\n", ""),
            Run("", schema, wrong)
        );
        Assert.Equal(
            (1, $"{broken}: cannot be read.\n\nSyntax Error: Expected Name, found <EOF>.\n  at {broken}:1:2\n", ""),
            Run("", schema, broken)
        );
    }

    [Fact]
    public void Says_why_it_cannot_check_anything()
    {
        var missing = Path.Combine(_folder, "missing.graphql");
        var broken = Schema("type Query {");
        var invalid = File("invalid.graphql", "type Query { dog: Dgo }\ntype Dog { name: String }");

        Assert.StartsWith($"The schema \"{missing}\" cannot be read: ", Complaint(missing), StringComparison.Ordinal);
        Assert.Equal(
            $"The schema \"{broken}\" is not GraphQL.\n\nSyntax Error: Expected Name, found <EOF>.\n  at {broken}:1:13\n",
            Complaint(broken)
        );
        Assert.Equal(
            $"The schema \"{invalid}\" is not valid.\n\nUnknown type \"Dgo\". Did you mean \"Dog\"?\n  at {invalid}:1:19\n",
            Complaint(invalid)
        );
        Assert.StartsWith(
            $"The document \"{missing}\" cannot be read: ",
            Complaint(File("right.graphql", "type Query { a: Int }"), missing),
            StringComparison.Ordinal
        );
        Assert.StartsWith("dotnet run --project tools/graphql-check", Complaint(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Schema(string sdl) => File("schema.graphql", sdl);

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private static string Complaint(params string[] arguments)
    {
        var (exit, answers, complaints) = Run("", arguments);
        Assert.Equal((2, ""), (exit, answers));
        return complaints;
    }

    /// <summary>What the command writes: answers or words, and complaints. It may use as deep a stack as the program gives it.</summary>
    private static (int Exit, string Answers, string Complaints) Run(string input, params string[] arguments)
    {
        using var answers = new MemoryStream();
        using var words = new StringWriter { NewLine = "\n" };
        using var complaints = new StringWriter { NewLine = "\n" };
        using var reader = new StringReader(input);
        var exit = -1;
        var thread = new Thread(
            () => exit = new Command(reader, answers, words, complaints).Run(arguments),
            64 * 1024 * 1024
        );
        thread.Start();
        thread.Join();
        return (exit, Encoding.UTF8.GetString(answers.ToArray()) + words, complaints.ToString());
    }
}
