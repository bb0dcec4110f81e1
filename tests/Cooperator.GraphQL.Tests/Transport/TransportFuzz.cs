using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Cooperator.GraphQL.Tests.Differential;
using Cooperator.GraphQL.Tests.Differential.Mutating;
using Cooperator.GraphQL.Tests.Transport.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cooperator.GraphQL.Tests.Transport;

/// <summary>
/// Whatever bytes come, they are answered or refused: no crash, no hang, no error in the log, nothing left behind. GRAPHQL_SEED and GRAPHQL_DOCUMENTS
/// choose where a run begins and how long it is.
/// </summary>
public sealed class TransportFuzz : IAsyncLifetime
{
    private static readonly string[] Accepts =
    [
        "application/json",
        "application/graphql-response+json",
        "text/event-stream",
        "multipart/mixed",
        "*/*",
        "multipart/mixed;q=0.1, text/event-stream;q=x",
        "",
    ];

    private static readonly string[] Bodies =
    [
        """{"query":"{ hello }"}""",
        """{"query":"query ($text: String!) { echo(text: $text) }","variables":{"text":"\ud83d\ude00"},"operationName":null}""",
        """{"query":"{ hello ... @defer { numbers @stream(initialCount: 1) } }","extensions":{"cost":"report"}}""",
        """{"documentId":"sha256:00","extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}""",
        """{"query":"subscription { count(to: 3) }"}""",
    ];

    private static readonly string[] Messages =
    [
        """{"type":"connection_init","payload":{"name":"Alma"}}""",
        """{"type":"ping","payload":{"at":1}}""",
        """{"type":"pong"}""",
        """{"id":"1","type":"subscribe","payload":{"query":"subscription { count(to: 3) }"}}""",
        """{"id":"2","type":"subscribe","payload":{"query":"query ($a: String!) { echo(text: $a) }","variables":{"a":"b"}}}""",
        """{"id":"3","type":"subscribe","payload":{"query":"subscription { tick }"}}""",
        """{"id":"3","type":"complete"}""",
    ];

    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\\",
        "\\ud800",
        "null",
        "1e999",
        "query",
        "--b",
        "--",
        "\r\n",
        "\n",
        "\0",
        "variables.file",
        "Content-Disposition: form-data; name=\"map\"",
        "é",
    ];

    private const string Upload =
        "--b\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n"
        + """{"query":"query ($text: String) { echo(text: \"x\") hello }","variables":{"text":null}}"""
        + "\r\n--b\r\nContent-Disposition: form-data; name=\"map\"\r\n\r\n"
        + """{"0":["variables.text"]}"""
        + "\r\n--b\r\nContent-Disposition: form-data; name=\"0\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n"
        + "content\r\n--b--\r\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graphql-fuzz-");
    private readonly ErrorLogs _log = new();
    private TransportServer _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await TransportServer.StartAsync(
            options =>
            {
                options.Uploads.Enabled = true;
                options.Uploads.Folder = _folder.FullName;
                options.Uploads.MaxFileSize = 1000;
                options.MaxRequestBodySize = 4096;
                options.WebSockets.MaxMessageSize = 4096;
            },
            services => services.AddLogging(logging => logging.AddProvider(_log))
        );

    public async ValueTask DisposeAsync()
    {
        await _server.Probe.StreamsAsync(0);
        using (var response = await _server.PostAsync(Bodies[0], "application/json"))
        {
            await response.ShouldBeAsync(HttpStatusCode.OK, "application/json", """{"data":{"hello":"world"}}""");
        }

        await _server.DisposeAsync();
        Assert.Empty(_log.Errors);
        Assert.Empty(_folder.GetFiles());
        _folder.Delete();
    }

    [Fact]
    public async Task Json_bodies()
    {
        foreach (var seed in DifferentialRun.Seeds())
        {
            var random = new Random(seed);
            var body = Mutate(Pick(random, Bodies), random);
            await SendAsync(seed, body, "application/json", Pick(random, Accepts));
        }
    }

    [Fact]
    public async Task Query_strings()
    {
        foreach (var seed in DifferentialRun.Seeds())
        {
            var random = new Random(seed);
            var text = Encoding.UTF8.GetString(Mutate("query={ hello }&variables={}&extensions={\"a\":1}", random));
            using var response = await Eventually.SoonAsync(
                _server.GetAsync(
                    "?" + Uri.EscapeDataString(text).Replace("%26", "&").Replace("%3D", "="),
                    "application/json"
                )
            );
            await CheckAsync(seed, text, response);
        }
    }

    [Fact]
    public async Task Multipart_bodies()
    {
        foreach (var seed in DifferentialRun.Seeds())
        {
            var random = new Random(seed);
            await SendAsync(seed, Mutate(Upload, random), "multipart/form-data; boundary=b", Pick(random, Accepts));
        }
    }

    [Fact]
    public async Task Socket_messages()
    {
        foreach (var seed in DifferentialRun.Seeds())
        {
            var random = new Random(seed);
            using var client = await SocketClient.ConnectAsync(_server);
            try
            {
                if (random.Next(4) > 0)
                {
                    await client.SendAsync(Messages[0]);
                }

                for (var count = random.Next(1, 6); count > 0; count--)
                {
                    var message = Pick(random, Messages);
                    var bytes = random.Next(2) == 0 ? Encoding.UTF8.GetBytes(message) : Mutate(message, random);
                    var type = random.Next(20) == 0 ? WebSocketMessageType.Binary : WebSocketMessageType.Text;
                    await client.SendAsync(bytes, type);
                }

                await client.CloseAsync();
            }
            catch (WebSocketException)
            {
                // The server closed first, as it should for much of this.
            }
        }
    }

    [Fact]
    public async Task Socket_frames()
    {
        foreach (var seed in DifferentialRun.Seeds())
        {
            var random = new Random(seed);
            using var tcp = new TcpClient();
            await tcp.ConnectAsync(IPAddress.Loopback, _server.Url.Port);
            await using var stream = tcp.GetStream();
            try
            {
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes(
                        $"GET /graphql HTTP/1.1\r\nHost: {_server.Url.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
                    )
                );
                for (var count = random.Next(1, 5); count > 0; count--)
                {
                    await stream.WriteAsync(Frame(random));
                }

                tcp.Client.Shutdown(SocketShutdown.Send);
                // Whatever the server has to say, it ends.
                await Eventually.SoonAsync(stream.CopyToAsync(Stream.Null));
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                // Cut off: right so.
            }
        }
    }

    [Fact]
    public async Task Requests_that_are_cut_off()
    {
        foreach (var seed in DifferentialRun.Seeds())
        {
            var random = new Random(seed);
            var isUpload = random.Next(2) == 0;
            var body = Encoding.UTF8.GetBytes(isUpload ? Upload : Pick(random, Bodies));
            var request = Encoding.UTF8.GetBytes(
                $"POST /graphql HTTP/1.1\r\nHost: {_server.Url.Authority}\r\nGraphQL-Preflight: 1\r\nAccept: multipart/mixed, text/event-stream\r\n"
                    + $"Content-Type: {(isUpload ? "multipart/form-data; boundary=b" : "application/json")}\r\n"
                    + $"Content-Length: {body.Length}\r\n\r\n"
            );
            using var tcp = new TcpClient { LingerState = new LingerOption(enable: random.Next(2) == 0, 0) };
            await tcp.ConnectAsync(IPAddress.Loopback, _server.Url.Port);
            await using var stream = tcp.GetStream();
            await stream.WriteAsync(request);
            // Somewhere in the body, or when it is whole but the answer is not there yet.
            await stream.WriteAsync(body.AsMemory(0, random.Next(body.Length + 1)));
        }
    }

    /// <summary>A frame as RFC 6455 has it, or nearly.</summary>
    private static byte[] Frame(Random random)
    {
        var payload = Mutate(Pick(random, Messages), random);
        var mask = new byte[4];
        random.NextBytes(mask);
        var frame = new List<byte>
        {
            random.Next(3) == 0 ? (byte)random.Next(256) : (byte)0x81,
            (byte)(
                (random.Next(10) == 0 ? 0 : 0x80)
                | (random.Next(10) == 0 ? random.Next(128) : Math.Min(payload.Length, 126))
            ),
        };
        if (payload.Length >= 126)
        {
            frame.Add((byte)(payload.Length >> 8));
            frame.Add((byte)payload.Length);
        }

        frame.AddRange(mask);
        frame.AddRange(payload.Select((value, index) => (byte)(value ^ mask[index % 4])));
        return [.. frame];
    }

    private static byte[] Mutate(string text, Random random)
    {
        switch (random.Next(3))
        {
            case 0:
                return ByteMutator.Mutate(text, random);
            case 1:
                for (var count = random.Next(1, 4); count > 0; count--)
                {
                    text = text.Insert(random.Next(text.Length + 1), Pick(random, Pieces));
                }

                return Encoding.UTF8.GetBytes(text);
            default:
                var start = random.Next(text.Length);
                var cut = text.Remove(start, random.Next(text.Length - start + 1));
                return Encoding.UTF8.GetBytes(cut.Insert(random.Next(cut.Length + 1), Pick(random, Pieces)));
        }
    }

    private async Task SendAsync(int seed, byte[] body, string contentType, string accept)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, _server.Url) { Content = content };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await Eventually.SoonAsync(_server.SendAsync(request, accept));
        await CheckAsync(seed, Encoding.UTF8.GetString(body), response);
    }

    private static async Task CheckAsync(int seed, string about, HttpResponseMessage response)
    {
        var answer = await Eventually.SoonAsync(response.Content.ReadAsStringAsync());
        Assert.True(
            (int)response.StatusCode is 200 or 400 or 405 or 406 or 413 or 415,
            $"Seed {seed}: {(int)response.StatusCode} {answer}\n{about}"
        );
        if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true)
        {
            using var json = JsonDocument.Parse(answer);
            Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        }
    }

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
