using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Cooperator.GraphQL.AspNetCore;
using Cooperator.GraphQL.Tests.Transport.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cooperator.GraphQL.Tests.Transport;

/// <summary>Files in a request: the GraphQL multipart request specification.</summary>
public sealed class Uploads : IAsyncLifetime
{
    private const string Json = "application/json";
    private const string Keep =
        """{"query":"query ($file: Upload!) { keep(file: $file) }","variables":{"file":null}}""";
    private const string KeepMap = """{"0":["variables.file"]}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graphql-uploads-");
    private readonly UploadMemory _memory = new();
    private TransportServer _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await TransportServer.StartAsync(
            options =>
            {
                options.Uploads.Enabled = true;
                options.Uploads.Folder = _folder.FullName;
                options.Uploads.MaxFiles = 3;
                options.Uploads.MaxFileSize = 100_000;
            },
            services => services.AddSingleton(UploadSchema.Build()).AddSingleton(_memory)
        );

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Assert.Empty(_folder.GetFiles());
        _folder.Delete();
    }

    [Fact]
    public async Task A_file_reaches_the_resolver_and_is_gone_after_the_answer()
    {
        await ExpectAsync(
            """{"data":{"keep":"a.txt text/plain 5: alpha"}}""",
            ("operations", Keep),
            ("map", KeepMap),
            ("0", "alpha")
        );
        Assert.Throws<ObjectDisposedException>(() => _memory.Last!.OpenRead().ReadByte());
    }

    [Fact]
    public Task Files_stand_anywhere_in_the_variables() =>
        ExpectAsync(
            """{"data":{"print":["Trees","oak","ash","nothing","elm"]}}""",
            (
                "operations",
                """{"query":"query ($album: AlbumInput!) { print(album: $album) }","variables":{"album":{"title":"Trees","cover":null,"pages":[null,null,null]}}}"""
            ),
            (
                "map",
                """{"x":["variables.album.cover"],"y":["variables.album.pages.0"],"z":["variables.album.pages.2"]}"""
            ),
            ("x", "oak"),
            ("z", "elm"),
            ("y", "ash")
        );

    [Fact]
    public Task A_file_may_stand_at_several_places() =>
        ExpectAsync(
            """{"data":{"compare":"same same"}}""",
            (
                "operations",
                """{"query":"query ($one: Upload!, $other: Upload) { compare(one: $one, other: $other) }","variables":{"one":null,"other":null}}"""
            ),
            ("map", """{"0":["variables.one","variables.other"]}"""),
            ("0", "same")
        );

    [Fact]
    public Task A_large_file_is_read_whole()
    {
        var text = new string('x', 100_000);
        return ExpectAsync(
            $$$"""{"data":{"keep":"a.txt text/plain 100000: {{{text}}}"}}""",
            ("operations", Keep),
            ("map", KeepMap),
            ("0", text)
        );
    }

    [Theory]
    [InlineData("""{"query":"{ hello }"}""", "{}")]
    public Task A_request_may_have_no_file(string operations, string map) =>
        ExpectAsync("""{"data":{"hello":"world"}}""", ("operations", operations), ("map", map));

    [Fact]
    public async Task A_path_in_the_name_of_a_file_is_cut_off()
    {
        using var content = Form(("operations", Keep), ("map", KeepMap));
        var file = new StringContent("evil");
        file.Headers.TryAddWithoutValidation(
            "Content-Disposition",
            "form-data; name=\"0\"; filename=\"../../etc/passwd\""
        );
        content.Add(file);
        using var response = await SendAsync(content);
        Assert.Equal(
            """{"data":{"keep":"passwd text/plain; charset=utf-8 4: evil"}}""",
            await response.Content.ReadAsStringAsync()
        );
    }

    [Theory]
    [InlineData("map", "{}", "operations", "{}", "A multipart request begins with the parts")]
    [InlineData("operations", "{}", "0", "x", "A multipart request begins with the parts")]
    [InlineData("operations", "[]", "map", "{}", "Batches are not supported")]
    [InlineData("operations", "1", "map", "{}", "The part \\\"operations\\\" must be a JSON object.")]
    [InlineData("operations", "{", "map", "{}", "The part \\\"operations\\\" is not valid JSON")]
    [InlineData(
        "operations",
        """{"query":"a","query":"b"}""",
        "map",
        "{}",
        "The part \\\"operations\\\" has a member twice."
    )]
    [InlineData(
        "operations",
        "{\"query\":\"\\ud800\"}",
        "map",
        "{}",
        "The part \\\"operations\\\" has a string with an unpaired"
    )]
    [InlineData("operations", "{}", "map", "{}", "The parameter \\\"query\\\" is missing.")]
    [InlineData("operations", Keep, "map", "[]", "The part \\\"map\\\" must be a JSON object.")]
    [InlineData(
        "operations",
        Keep,
        "map",
        """{"0":"variables.file"}""",
        "The entry \\\"0\\\" of the map must be a list of paths."
    )]
    [InlineData("operations", Keep, "map", """{"0":[]}""", "The entry \\\"0\\\" of the map must be a list of paths.")]
    [InlineData("operations", Keep, "map", """{"0":[1]}""", "The entry \\\"0\\\" of the map must be a list of paths.")]
    [InlineData(
        "operations",
        Keep,
        "map",
        """{"0":["query"]}""",
        "The entry \\\"0\\\" of the map has a path that does not lead into the variables: \\\"query\\\"."
    )]
    [InlineData(
        "operations",
        Keep,
        "map",
        """{"0":["variables.other"]}""",
        "The entry \\\"0\\\" of the map has a path to a place where there is no null"
    )]
    [InlineData(
        "operations",
        Keep,
        "map",
        """{"0":["variables.file.x"]}""",
        "The entry \\\"0\\\" of the map has a path to a place where there is no null"
    )]
    [InlineData(
        "operations",
        Keep,
        "map",
        """{"0":["variables.file"],"1":["variables.file"]}""",
        "The entry \\\"1\\\" of the map has a path to a place where there is no null"
    )]
    [InlineData("operations", Keep, "map", KeepMap, "The file \\\"0\\\" is missing.")]
    public async Task Whatever_is_wrong_is_told(string first, string text, string second, string map, string message)
    {
        using var content = Form((first, text), (second, map));
        using var response = await SendAsync(content);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith($"{{\"errors\":[{{\"message\":\"{message}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_in_the_map_or_comes_twice_is_refused()
    {
        foreach (var name in new[] { "1", "0" })
        {
            using var content = Form(("operations", Keep), ("map", KeepMap), ("0", "a"), (name, "b"));
            using var response = await SendAsync(content);
            await response.ShouldBeAsync(
                HttpStatusCode.BadRequest,
                Json,
                $$"""{"errors":[{"message":"The part \"{{name}}\" is not in the map, or came before."}]}"""
            );
        }
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        using var content = Form(("operations", Keep), ("map", KeepMap), ("0", new string('x', 100_001)));
        using var response = await SendAsync(content);
        await response.ShouldBeAsync(
            HttpStatusCode.RequestEntityTooLarge,
            Json,
            """{"errors":[{"message":"A file may have 100000 bytes."}]}"""
        );
    }

    [Fact]
    public async Task Too_many_files_are_refused_before_they_are_read()
    {
        using var content = Form(("operations", Keep), ("map", """{"0":[],"1":[],"2":[],"3":[]}"""));
        using var response = await SendAsync(content);
        await response.ShouldBeAsync(
            HttpStatusCode.RequestEntityTooLarge,
            Json,
            """{"errors":[{"message":"A request may have 3 files."}]}"""
        );
    }

    [Fact]
    public async Task Another_site_cannot_send_files_in_a_persons_name()
    {
        using var content = Form(("operations", Keep), ("map", KeepMap), ("0", "a"));
        using var response = await _server.PostAsync(content, Json);
        await response.ShouldBeAsync(
            HttpStatusCode.BadRequest,
            Json,
            """{"errors":[{"message":"A multipart request needs a header that other sites cannot send: GraphQL-Preflight."}]}"""
        );
        Assert.Null(_memory.Last);
    }

    [Theory]
    [InlineData("multipart/form-data", "", "The content type needs a boundary")]
    [InlineData("multipart/form-data; boundary=\"\"", "", "The content type needs a boundary")]
    [InlineData("multipart/form-data; boundary=b", "", "The multipart body ends too early.")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\n\r\n{}\r\n--b--", "Each part needs")]
    [InlineData(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{}",
        "The multipart body ends too early."
    )]
    [InlineData(
        "multipart/form-data; boundary=b",
        "--b\r\nbroken\r\n\r\n{}\r\n--b--",
        "The multipart body is malformed."
    )]
    public async Task A_malformed_body_is_told(string contentType, string body, string message)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var response = await SendAsync(content);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.StartsWith($"{{\"errors\":[{{\"message\":\"{message}", answer, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"file":"0"}""", "Upload value must be a file of a multipart request.")]
    [InlineData("""{"file":{}}""", "Upload value must be a file of a multipart request.")]
    public async Task Without_a_file_there_is_no_value(string variables, string message)
    {
        using var response = await _server.PostAsync(
            $$"""{"query":"query ($file: Upload!) { keep(file: $file) }","variables":{{variables}}}""",
            Json
        );
        Assert.Contains(message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_files_are_not_wanted_the_content_type_is_refused()
    {
        await using var server = await TransportServer.StartAsync();
        using var content = Form(("operations", Keep), ("map", KeepMap), ("0", "a"));
        content.Headers.TryAddWithoutValidation("GraphQL-Preflight", "1");
        using var response = await server.PostAsync(content, Json);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_disk_that_takes_no_files_is_a_fault_of_the_server_and_is_logged()
    {
        using var logs = new ErrorLogs();
        await using var server = await TransportServer.StartAsync(
            options =>
            {
                options.Uploads.Enabled = true;
                options.Uploads.Folder = Path.Combine(_folder.FullName, "missing");
            },
            services =>
                services.AddSingleton(UploadSchema.Build()).AddSingleton(_memory).AddSingleton<ILoggerProvider>(logs)
        );
        using var content = Form(("operations", Keep), ("map", KeepMap), ("0", "alpha"));
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = content };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await server.SendAsync(request, Json);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.NotEmpty(logs.Errors);
    }

    private async Task ExpectAsync(string answer, params (string Name, string Text)[] parts)
    {
        using var content = Form(parts);
        using var response = await SendAsync(content);
        await response.ShouldBeAsync(HttpStatusCode.OK, Json, answer);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _server.Url) { Content = content };
        request.Headers.Add("GraphQL-Preflight", "1");
        return await _server.SendAsync(request, Json);
    }

    private static MultipartFormDataContent Form(params (string Name, string Text)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, text) in parts)
        {
            if (name is "operations" or "map")
            {
                form.Add(new StringContent(text), $"\"{name}\"");
            }
            else
            {
                var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
                file.Headers.ContentType = MediaTypeHeaderValue.Parse("text/plain");
                form.Add(file, $"\"{name}\"", "a.txt");
            }
        }

        return form;
    }
}
