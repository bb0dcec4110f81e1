using System.Net.Http.Json;
using System.Reflection;
using Cooperator.GraphQL.Tests.Transport.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cooperator.GraphQL.Tests.Readme;

/// <summary>The server of graphql/README.md is a server.</summary>
public sealed class ReadmeExample
{
    // What a web project imports by itself.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.Extensions.DependencyInjection;
        """;

    [Fact]
    public async Task The_example_compiles_and_answers()
    {
        var program = Compile(Section("```csharp\n"));
        var operations = Section("```graphql\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await using var server = await RunningProgram.StartAsync(program);
        using var books = await AskAsync(server.Client, operations[0]);
        using var stream = await AskAsync(server.Client, operations[2]);
        using var added = await AskAsync(server.Client, operations[1]);
        await using var events = await stream.Content.ReadAsStreamAsync();
        using var lines = new StreamReader(events);
        var bookAdded = "";
        while (!bookAdded.StartsWith("data: ", StringComparison.Ordinal))
        {
            bookAdded = await Eventually.SoonAsync(lines.ReadLineAsync()) ?? throw new EndOfStreamException();
        }

        Assert.Equal(
            [
                """{"data":{"books":[{"title":"Animal Farm","year":1945}]}}""",
                """{"data":{"addBook":{"book":{"title":"1984"}}}}""",
                """data: {"data":{"bookAdded":{"title":"1984"}}}""",
            ],
            [await books.Content.ReadAsStringAsync(), await added.Content.ReadAsStringAsync(), bookAdded]
        );
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string operation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = operation }),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static string Section(string start)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));
        return text.Split(start)[1].Split("```")[0];
    }

    private static Assembly Compile(string source)
    {
        var assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "ReadmeExample",
            [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(source)],
            assemblies.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(bytes.ToArray());
    }
}
