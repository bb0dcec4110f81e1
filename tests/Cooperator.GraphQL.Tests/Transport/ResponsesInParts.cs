using System.Net;
using System.Text;
using Cooperator.GraphQL.Tests.Transport.Support;

namespace Cooperator.GraphQL.Tests.Transport;

/// <summary>Responses to operations with <c>@defer</c> and <c>@stream</c>: the "Incremental Delivery over HTTP" proposal, and the other transports.</summary>
public sealed class ResponsesInParts : IAsyncLifetime
{
    private const string Multipart = "multipart/mixed";
    private const string Deferred = """{"query":"{ hello ... @defer { wait } }"}""";
    private const string Streamed = """{"query":"{ numbers @stream(initialCount: 2) }"}""";
    private const string PartStart = "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n";

    private TransportServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TransportServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Each_result_is_a_part_and_the_boundary_comes_with_it()
    {
        using var response = await _server.PostAsync(Deferred, Multipart);
        Assert.Equal("multipart/mixed; boundary=\"-\"", response.Content.Headers.ContentType?.ToString());
        await using var body = await response.Content.ReadAsStreamAsync();
        Assert.Equal(
            "\r\n---"
                + PartStart
                + """{"data":{"hello":"world"},"pending":[{"id":"0","path":[]}],"hasNext":true}"""
                + "\r\n---",
            await ReadAsync(body, "\r\n---", times: 2)
        );
        _server.Probe.OpenGate();
        Assert.Equal(
            PartStart
                + """{"hasNext":false,"incremental":[{"id":"0","data":{"wait":"done"}}],"completed":[{"id":"0"}]}"""
                + "\r\n-----\r\n",
            await ReadAsync(body, "\r\n-----\r\n", times: 1)
        );
    }

    [Theory]
    [InlineData("multipart/mixed, application/json")]
    [InlineData("multipart/mixed;incrementalSpec=v0.2,application/graphql-response+json,application/json;q=0.9")]
    [InlineData("text/event-stream;q=0.5, multipart/mixed")]
    public async Task Multipart_is_used_when_it_is_named(string accept)
    {
        using var response = await _server.PostAsync(Streamed, accept);
        Assert.Equal(Multipart, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(3, (await response.Content.ReadAsStringAsync()).Split("Content-Type").Length);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("*/*")]
    [InlineData("multipart/mixed;deferSpec=20220824, application/json")]
    [InlineData("multipart/mixed;incrementalSpec=v0.1, application/json")]
    public async Task Whoever_does_not_name_it_or_means_another_draft_is_answered_whole(string accept)
    {
        using var response = await _server.PostAsync(Streamed, accept);
        await response.ShouldBeAsync(HttpStatusCode.OK, "application/json", """{"data":{"numbers":[1,2,3]}}""");
    }

    [Fact]
    public async Task An_operation_that_is_not_divided_is_answered_as_ever()
    {
        using var response = await _server.PostAsync("""{"query":"{ hello }"}""", $"{Multipart}, application/json");
        await response.ShouldBeAsync(HttpStatusCode.OK, "application/json", """{"data":{"hello":"world"}}""");
    }

    [Fact]
    public async Task Whoever_accepts_only_multipart_gets_one_part()
    {
        using var response = await _server.PostAsync("""{"query":"{ hello }"}""", Multipart);
        await response.ShouldBeAsync(
            HttpStatusCode.OK,
            Multipart,
            "\r\n---" + PartStart + """{"data":{"hello":"world"}}""" + "\r\n-----\r\n"
        );
    }

    [Fact]
    public async Task A_mutation_by_GET_is_refused_all_the_same()
    {
        using var response = await _server.GetAsync("?query=mutation%20%7B%20increment%20%7D", Multipart);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(0, _server.Probe.Increments);
    }

    [Fact]
    public async Task A_client_that_leaves_between_parts_stops_the_operation()
    {
        var response = await _server.PostAsync(Deferred, Multipart);
        await Eventually.SoonAsync(_server.Probe.Waiting);
        response.Dispose();
        await Eventually.SoonAsync(_server.Probe.Cancelled);
    }

    [Fact]
    public async Task An_event_stream_has_an_event_for_each_result()
    {
        using var response = await _server.PostAsync(Streamed, "text/event-stream");
        await response.ShouldBeAsync(
            HttpStatusCode.OK,
            "text/event-stream",
            """
            event: next
            data: {"data":{"numbers":[1,2]},"pending":[{"id":"0","path":["numbers"]}],"hasNext":true}

            event: next
            data: {"hasNext":false,"incremental":[{"id":"0","items":[3]}],"completed":[{"id":"0"}]}

            event: complete
            data: 


            """
        );
    }

    [Fact]
    public async Task A_socket_has_a_message_for_each_result()
    {
        using var client = await SocketClient.InitialiseAsync(_server);
        await client.SubscribeAsync("1", "{ hello ... @defer { wait } }");
        Assert.Equal(
            """{"type":"next","id":"1","payload":{"data":{"hello":"world"},"pending":[{"id":"0","path":[]}],"hasNext":true}}""",
            await client.ReceiveAsync()
        );
        _server.Probe.OpenGate();
        Assert.Equal(
            """{"type":"next","id":"1","payload":{"hasNext":false,"incremental":[{"id":"0","data":{"wait":"done"}}],"completed":[{"id":"0"}]}}""",
            await client.ReceiveAsync()
        );
        Assert.Equal("""{"type":"complete","id":"1"}""", await client.ReceiveAsync());
    }

    /// <summary>Reads until a text has come so many times.</summary>
    private static async Task<string> ReadAsync(Stream body, string end, int times)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (text.ToString().Split(end).Length <= times)
        {
            var count = await Eventually.SoonAsync(body.ReadAsync(buffer).AsTask());
            Assert.NotEqual(0, count);
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return text.ToString();
    }
}
