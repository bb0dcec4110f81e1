using System.Net.WebSockets;
using Cooperator.GraphQL.AspNetCore;
using Cooperator.GraphQL.Tests.Transport.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Transport;

/// <summary>Every way a WebSocket connection ends.</summary>
public sealed class SocketClosing
{
    [Theory]
    [InlineData("", "The message is not valid JSON (line 1, byte 1).")]
    [InlineData("nonsense", "The message is not valid JSON (line 1, byte 2).")]
    [InlineData("[]", "A message must be a JSON object.")]
    [InlineData("{}", "A message must have a type.")]
    [InlineData("""{"type":1}""", "The type of a message must be a string.")]
    [InlineData("""{"type":"start"}""", "The message type \"start\" is unknown.")]
    [InlineData(
        """{"type":"subscribe","payload":{"query":"{ hello }"}}""",
        "A message about an operation must have its id."
    )]
    [InlineData("""{"type":"subscribe","id":"","payload":{}}""", "A message about an operation must have its id.")]
    [InlineData("""{"type":"subscribe","id":1,"payload":{}}""", "An id must be a string.")]
    [InlineData("""{"type":"complete"}""", "A message about an operation must have its id.")]
    [InlineData("""{"type":"subscribe","id":"1"}""", "A \"subscribe\" message must have a payload.")]
    [InlineData(
        """{"type":"subscribe","id":"1","payload":[]}""",
        "Batches are not supported: send one operation per request."
    )]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""", "The parameter \"query\" is missing.")]
    [InlineData(
        """{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":1}}""",
        "The parameter \"variables\" must be an object."
    )]
    [InlineData(
        """{"type":"connection_init","payload":"secret"}""",
        "The payload of \"connection_init\" must be an object."
    )]
    public async Task A_message_of_no_sense_is_4400(string message, string reason)
    {
        await using var server = await TransportServer.StartAsync();
        using var client = message.Contains("connection_init", StringComparison.Ordinal)
            ? await SocketClient.ConnectAsync(server)
            : await SocketClient.InitialiseAsync(server);
        await client.SendAsync(message);
        Assert.Equal($"close 4400 {reason}", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_binary_message_is_4400()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server);
        await client.SendAsync([1, 2, 3], WebSocketMessageType.Binary);
        Assert.Equal("close 4400 Messages must be text.", await client.ReceiveAsync());
    }

    [Fact]
    public async Task An_operation_before_the_acknowledgement_is_4401()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);
        await client.SubscribeAsync("1", "{ hello }");
        Assert.Equal("close 4401 Unauthorized", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_rejected_connection_is_4403()
    {
        await using var server = await TransportServer.StartAsync(services: s =>
            s.AddSingleton<IConnectionInterceptor, NamedConnections>()
        );
        using var client = await SocketClient.ConnectAsync(server);
        await client.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("close 4403 Say your name.", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_long_reason_is_cut_to_what_a_close_frame_holds()
    {
        var reason = string.Concat(Enumerable.Repeat("ä🏊", 30));
        await using var server = await TransportServer.StartAsync(services: s =>
            s.AddSingleton<IConnectionInterceptor>(new FixedDecision(ConnectionDecision.Reject(reason)))
        );
        using var client = await SocketClient.ConnectAsync(server);
        await client.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal($"close 4403 {string.Concat(Enumerable.Repeat("ä🏊", 20))}ä", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Expired_credentials_are_4403()
    {
        await using var server = await TransportServer.StartAsync(services: s =>
            s.AddSingleton<IConnectionInterceptor, NamedConnections>()
        );
        using var client = await SocketClient.InitialiseAsync(server, """{"name":"Alma","expires":true}""");
        await client.SubscribeAsync("1", "subscription { tick }");
        Assert.Equal("close 4403 The credentials have expired.", await client.ReceiveAsync());
        await server.Probe.StreamsAsync(0);
    }

    [Fact]
    public async Task Withdrawn_credentials_are_4403_though_nothing_happens()
    {
        using var withdrawn = new CancellationTokenSource();
        var decision = ConnectionDecision.Accept(new()).Until(withdrawn.Token);
        await using var server = await TransportServer.StartAsync(services: s =>
            s.AddSingleton<IConnectionInterceptor>(new FixedDecision(decision))
        );
        using var idle = await SocketClient.InitialiseAsync(server);
        using var client = await SocketClient.InitialiseAsync(server);
        await client.SubscribeAsync("1", "subscription { tick }");
        await server.Probe.StreamsAsync(1);
        await withdrawn.CancelAsync();
        Assert.Equal("close 4403 The credentials were withdrawn.", await idle.ReceiveAsync());
        Assert.Equal("close 4403 The credentials were withdrawn.", await client.ReceiveAsync());
        await server.Probe.StreamsAsync(0);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Another_sub_protocol_is_4406(string? protocol)
    {
        await using var server = await TransportServer.StartAsync();
        if (protocol is null)
        {
            using var client = await SocketClient.ConnectAsync(server, _ => { }, protocol);
            Assert.Equal("close 4406 Subprotocol not acceptable", await client.ReceiveAsync());
        }
        else
        {
            // A client that asked for a protocol takes no connection without one.
            using var client = await SocketClient.ConnectAsync(server, _ => { }, protocol);
            Assert.Null(client.SubProtocol);
            Assert.Equal("close 4406 Subprotocol not acceptable", await client.ReceiveAsync());
        }
    }

    [Fact]
    public async Task A_connection_that_is_not_initialised_in_time_is_4408()
    {
        await using var server = await TransportServer.StartAsync(o =>
            o.WebSockets.ConnectionInitTimeout = TimeSpan.FromMilliseconds(50)
        );
        using var client = await SocketClient.ConnectAsync(server);
        Assert.Equal("close 4408 Connection initialisation timeout", await client.ReceiveAsync());
    }

    [Fact]
    public async Task An_id_that_is_in_use_is_4409()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server);
        await client.SubscribeAsync("a", "subscription { tick }");
        await client.SubscribeAsync("a", "{ hello }");
        Assert.Equal("close 4409 Subscriber for a already exists", await client.ReceiveAsync());
        await server.Probe.StreamsAsync(0);
    }

    [Fact]
    public async Task A_second_initialisation_is_4429()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server);
        await client.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("close 4429 Too many initialisation requests", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_message_that_is_too_long_is_1009()
    {
        await using var server = await TransportServer.StartAsync(o => o.WebSockets.MaxMessageSize = 100);
        using var client = await SocketClient.InitialiseAsync(server);
        await client.SendAsync("""{"type":"ping"}""".PadRight(100));
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
        await client.SendAsync("""{"type":"ping"}""".PadRight(101));
        Assert.Equal("close 1009 A message must not be longer than 100 bytes.", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_client_that_closes_is_answered_in_kind()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server);
        await client.SubscribeAsync("1", "subscription { tick }");
        await server.Probe.StreamsAsync(1);
        await client.CloseAsync();
        await server.Probe.StreamsAsync(0);
    }

    [Fact]
    public async Task A_server_that_stops_lets_queries_finish_and_closes_with_1001()
    {
        await using var server = await TransportServer.StartAsync(o =>
            o.WebSockets.ShutdownTimeout = TimeSpan.FromMinutes(2)
        );
        using var client = await SocketClient.InitialiseAsync(server);
        await client.SubscribeAsync("1", "subscription { tick }");
        await client.SubscribeAsync("2", "{ wait }");
        await server.Probe.StreamsAsync(1);
        await Eventually.SoonAsync(server.Probe.Waiting);
        var stopping = server.StopAsync();
        await server.Probe.StreamsAsync(0);
        server.Probe.OpenGate();
        Assert.Equal("""{"type":"next","id":"2","payload":{"data":{"wait":"done"}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"2"}""", await client.ReceiveAsync());
        Assert.Equal("close 1001 The server stops.", await client.ReceiveAsync());
        await client.CloseAsync();
        await Eventually.SoonAsync(stopping);
    }

    [Fact]
    public async Task A_client_that_reads_too_slowly_is_closed_with_4499()
    {
        await using var server = await TransportServer.StartAsync(o =>
        {
            o.WebSockets.MaxQueuedMessages = 4;
            o.WebSockets.SlowClientTimeout = TimeSpan.FromMilliseconds(100);
        });
        using var client = await SocketClient.InitialiseAsync(server);
        await client.SubscribeAsync("1", "subscription { tick }");
        await server.Probe.StreamsAsync(1);
        // More than the sockets of both sides buffer.
        var message = new string('x', 1024 * 1024);
        for (var i = 0; i < 64; i++)
        {
            server.Probe.Tick(message);
        }

        await server.Probe.StreamsAsync(0);
        Assert.Equal("close 4499 Messages are read too slowly.", await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task What_waits_to_be_sent_is_dropped_when_the_client_wants_no_more_of_it()
    {
        await using var server = await TransportServer.StartAsync();
        using var client = await SocketClient.InitialiseAsync(server);
        await client.SubscribeAsync("1", "subscription { tick }");
        await server.Probe.StreamsAsync(1);
        // More than the sockets of both sides buffer.
        var message = new string('x', 1024 * 1024);
        for (var i = 0; i < 60; i++)
        {
            server.Probe.Tick(message);
        }

        await client.SendAsync("""{"id":"1","type":"complete"}""");
        await server.Probe.StreamsAsync(0);
        await client.SubscribeAsync("1", "{ hello }");

        var old = 0;
        while (!(await client.ReceiveAsync()).Contains("\"hello\"", StringComparison.Ordinal))
        {
            old++;
        }

        Assert.InRange(old, 0, 40);
    }

    [Fact]
    public async Task A_client_that_reads_nothing_at_all_is_cut_off()
    {
        await using var server = await TransportServer.StartAsync(o =>
            o.WebSockets.SlowClientTimeout = TimeSpan.FromMilliseconds(100)
        );
        using var client = await SocketClient.InitialiseAsync(server);
        await client.SubscribeAsync("1", "subscription { tick }");
        await server.Probe.StreamsAsync(1);
        var message = new string('x', 1024 * 1024);
        for (var i = 0; i < 64; i++)
        {
            server.Probe.Tick(message);
        }

        await server.Probe.StreamsAsync(0);
        // The stop waits for the connection, so it returns only once the connection is gone.
        await Eventually.SoonAsync(server.StopAsync());
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_cut_off()
    {
        await using var server = await TransportServer.StartAsync(o =>
        {
            o.WebSockets.KeepAliveInterval = TimeSpan.FromSeconds(2);
            o.WebSockets.KeepAliveTimeout = TimeSpan.FromSeconds(2);
        });
        using var client = await SocketClient.InitialiseAsync(server);
        await client.SubscribeAsync("1", "subscription { tick }");
        // This client answers pings only while it receives; from now on it does not.
        await server.Probe.StreamsAsync(1);
        await server.Probe.StreamsAsync(0);
    }

    [Fact]
    public async Task Two_hundred_sockets_leave_no_subscription_behind()
    {
        await using var server = await TransportServer.StartAsync();
        var clients = new List<SocketClient>();
        for (var i = 0; i < 200; i++)
        {
            var client = await SocketClient.InitialiseAsync(server);
            clients.Add(client);
            await client.SubscribeAsync("1", "subscription { tick }");
        }

        await server.Probe.StreamsAsync(200);
        server.Probe.Tick("one");
        for (var i = 0; i < clients.Count; i++)
        {
            Assert.Equal(
                """{"type":"next","id":"1","payload":{"data":{"tick":"one"}}}""",
                await clients[i].ReceiveAsync()
            );
            if (i % 2 == 0)
            {
                clients[i].Abort();
            }
            else
            {
                await clients[i].CloseAsync();
            }

            clients[i].Dispose();
        }

        await server.Probe.StreamsAsync(0);
    }
}
