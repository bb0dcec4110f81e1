using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Cooperator.GraphQL.Tests.Transport.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cooperator.GraphQL.Tests.Transport;

/// <summary>What else a request over HTTP may hold, and what is refused.</summary>
public sealed class HttpRequests : IAsyncLifetime
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string Hello = """{"query":"{ hello }"}""";
    private const string World = """{"data":{"hello":"world"}}""";

    private TransportServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TransportServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("application/graphql-response+json, application/json", GraphQLResponse)]
    [InlineData("application/json, application/graphql-response+json", GraphQLResponse)]
    [InlineData("application/json;q=0.9, application/graphql-response+json;q=0.8", Json)]
    [InlineData("application/graphql-response+json;q=0, */*", Json)]
    [InlineData("application/json;q=0, application/*", GraphQLResponse)]
    [InlineData("application/*", Json)]
    [InlineData("APPLICATION/JSON; charset=UTF-8", Json)]
    [InlineData("text/html, */*;q=0.1", Json)]
    [InlineData("application/json, text/event-stream, multipart/mixed", Json)]
    [InlineData("application/json, text/event-stream, nonsense;;, */*;q=0.1", Json)]
    public async Task The_response_is_what_the_client_prefers(string accept, string expected)
    {
        using var response = await _server.PostAsync(Hello, accept);
        await response.ShouldBeAsync(HttpStatusCode.OK, expected, World);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, text/*;q=0")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task A_response_the_client_cannot_read_is_406(string accept)
    {
        using var response = await _server.PostAsync(Hello, accept);
        await response.ShouldBeAsync(
            HttpStatusCode.NotAcceptable,
            Json,
            """{"errors":[{"message":"The response can be \"application/graphql-response+json\", \"application/json\", \"multipart/mixed\" or \"text/event-stream\"."}]}"""
        );
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task A_body_of_another_type_is_415(string contentType)
    {
        using var response = await _server.PostAsync(Hello, Json, contentType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_compressed_body_is_415()
    {
        using var content = new StringContent(Hello, Encoding.UTF8, Json);
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await _server.PostAsync(content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    public async Task Another_method_is_405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), _server.Url);
        using var response = await _server.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        using var response = await _server.PostAsync("\uFEFF" + Hello);
        await response.ShouldBeAsync(HttpStatusCode.OK, Json, World);
    }

    [Theory]
    [InlineData("[" + Hello + "]", "Batches are not supported: send one operation per request.")]
    [InlineData("\"{ hello }\"", "A request must be a JSON object.")]
    [InlineData("null", "A request must be a JSON object.")]
    [InlineData(Hello + Hello, "The request body is not valid JSON (line 1, byte 22).")]
    [InlineData("{\"query\":\"{ hello }\",}", "The request body is not valid JSON (line 1, byte 22).")]
    [InlineData("{\n\"query\": }", "The request body is not valid JSON (line 2, byte 10).")]
    [InlineData("""{"query":"{ hello }","query":"{ fail }"}""", "The parameter \\\"query\\\" must not be given twice.")]
    [InlineData("""{"query":"{ hello }\uD83D"}""", "The request body has a string with an unpaired surrogate.")]
    [InlineData(
        """{"query":"{ hello }","variables":{"a":["\uDC00"]}}""",
        "The request body has a string with an unpaired surrogate."
    )]
    public async Task A_malformed_body_is_400_and_says_why(string body, string message)
    {
        using var response = await _server.PostAsync(body, GraphQLResponse);
        await response.ShouldBeAsync(
            HttpStatusCode.BadRequest,
            GraphQLResponse,
            $$"""{"errors":[{"message":"{{message}}"}]}"""
        );
    }

    [Fact]
    public async Task A_body_that_is_not_UTF8_is_400()
    {
        using var content = new ByteArrayContent([.. "{\"query\":\"{ hello } # "u8, 0xE4, .. "\"}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        using var response = await _server.PostAsync(content);
        await response.ShouldBeAsync(
            HttpStatusCode.BadRequest,
            Json,
            """{"errors":[{"message":"The request body is not valid UTF-8."}]}"""
        );
    }

    [Fact]
    public async Task Escapes_in_the_document_and_unknown_members_are_read()
    {
        using var response = await _server.PostAsync(
            """{"id":[1,{"a":2}],"query":"{\n\techo(text: \"\ud83c\udfca \\u00e4\")\n}"}"""
        );
        await response.ShouldBeAsync(HttpStatusCode.OK, Json, """{"data":{"echo":"🏊 ä"}}""");
    }

    [Fact]
    public async Task Field_errors_keep_the_status_200()
    {
        using var response = await _server.PostAsync("""{"query":"{ hello fail }"}""", GraphQLResponse);
        await response.ShouldBeAsync(
            HttpStatusCode.OK,
            GraphQLResponse,
            """{"errors":[{"message":"It failed.","locations":[{"line":1,"column":9}],"path":["fail"]}],"data":{"hello":"world","fail":null}}"""
        );
    }

    [Fact]
    public async Task Mutations_run_by_POST()
    {
        using var response = await _server.PostAsync("""{"query":"mutation { a: increment b: increment }"}""");
        await response.ShouldBeAsync(HttpStatusCode.OK, Json, """{"data":{"a":1,"b":2}}""");
    }

    [Theory]
    [InlineData("?query=%7Bhello%7D&query=%7Bhello%7D", "The parameter \\\"query\\\" must not be given twice.")]
    [InlineData(
        "?query=%7Bhello%7D&variables=%7B",
        "The parameter \\\"variables\\\" is not valid JSON (line 1, byte 2)."
    )]
    [InlineData("?query=%7Bhello%7D&variables=%5B%5D", "The parameter \\\"variables\\\" must be an object.")]
    [InlineData("?query=%7Bhello%7D&extensions=1", "The parameter \\\"extensions\\\" must be an object.")]
    [InlineData("?variables=%7B%7D", "The parameter \\\"query\\\" is missing.")]
    [InlineData("", "The parameter \\\"query\\\" is missing.")]
    public async Task A_malformed_URL_is_400_and_says_why(string queryString, string message)
    {
        using var response = await _server.GetAsync(queryString, Json);
        await response.ShouldBeAsync(HttpStatusCode.BadRequest, Json, $$"""{"errors":[{"message":"{{message}}"}]}""");
    }

    [Fact]
    public async Task A_subscription_needs_a_stream()
    {
        using var response = await _server.PostAsync("""{"query":"subscription { tick }"}""", Json);
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        await _server.Probe.StreamsAsync(0);
    }

    [Theory]
    [InlineData("{ hello }")]
    [InlineData("{")]
    [InlineData("")]
    public async Task No_answer_may_be_stored(string query)
    {
        using var response = await _server.PostAsync($$"""{"query":"{{query}}"}""");
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData(false, "", "", HttpStatusCode.OK)]
    [InlineData(true, "", "", HttpStatusCode.BadRequest)]
    [InlineData(false, "cross-site", "", HttpStatusCode.BadRequest)]
    [InlineData(true, "same-site", "", HttpStatusCode.BadRequest)]
    [InlineData(true, "same-origin", "", HttpStatusCode.OK)]
    [InlineData(true, "none", "", HttpStatusCode.OK)]
    [InlineData(true, "cross-site", "GraphQL-Preflight", HttpStatusCode.OK)]
    public async Task A_GET_request_that_may_be_forged_is_refused(
        bool cookie,
        string site,
        string header,
        HttpStatusCode expected
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server.Url, "?query=%7Bhello%7D"));
        if (cookie)
        {
            request.Headers.Add("Cookie", "session=1");
        }

        if (site.Length > 0)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        if (header.Length > 0)
        {
            request.Headers.Add(header, "1");
        }

        using var response = await _server.SendAsync(request, Json);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_document_may_be_named_by_its_hash_alone()
    {
        const string Extensions =
            """{"persistedQuery":{"version":1,"sha256Hash":"9d2cc2b58c14a1d1ea1dc4ecf7ce8f0c0d2e6d1e2ee47ab87b7e2e7a4f0f5a11"}}""";
        using var posted = await _server.PostAsync($$"""{"extensions":{{Extensions}}}""", Json);
        using var got = await _server.GetAsync("?extensions=" + Uri.EscapeDataString(Extensions), Json);
        const string NotFound =
            """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""";
        await posted.ShouldBeAsync(HttpStatusCode.OK, Json, NotFound);
        await got.ShouldBeAsync(HttpStatusCode.OK, Json, NotFound);
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_its_operation()
    {
        using var leaving = new CancellationTokenSource();
        using var content = new StringContent("""{"query":"{ wait }"}""", Encoding.UTF8, Json);
        var asking = _server.Client.PostAsync(_server.Url, content, leaving.Token);
        await Eventually.SoonAsync(_server.Probe.Waiting);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await Eventually.SoonAsync(_server.Probe.Cancelled);
    }

    [Fact]
    public async Task A_client_that_leaves_is_no_fault_of_the_server()
    {
        using var logs = new ErrorLogs(LogLevel.Warning);
        await using var server = await TransportServer.StartAsync(services: s => s.AddSingleton<ILoggerProvider>(logs));
        using var leaving = new CancellationTokenSource();
        using var content = new StringContent("""{"query":"{ wait }"}""", Encoding.UTF8, Json);
        var asking = server.Client.PostAsync(server.Url, content, leaving.Token);
        await Eventually.SoonAsync(server.Probe.Waiting);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await Eventually.SoonAsync(server.Probe.Cancelled);

        // Waits for the connection, which tells by then what was wrong with it.
        await server.StopAsync();
        Assert.Empty(logs.Errors);
    }
}
