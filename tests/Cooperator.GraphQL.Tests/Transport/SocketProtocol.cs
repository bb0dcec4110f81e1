using System.Net.WebSockets;
using Cooperator.GraphQL.AspNetCore;
using Cooperator.GraphQL.Tests.Transport.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Transport;

/// <summary>The messages of <c>graphql-transport-ws</c>.</summary>
public sealed class SocketProtocol : IAsyncLifetime
{
    private TransportServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TransportServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_server_agrees_to_the_sub_protocol()
    {
        using var client = await SocketClient.ConnectAsync(_server);
        Assert.Equal("graphql-transport-ws", client.SubProtocol);
    }

    [Fact]
    public async Task A_query_is_one_next_and_a_complete()
    {
        using var client = await SocketClient.InitialiseAsync(_server);
        await client.SubscribeAsync("1", "{ hello }");
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"hello":"world"}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"1"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_mutation_runs_with_its_variables_and_name()
    {
        using var client = await SocketClient.InitialiseAsync(_server);
        await client.SendAsync(
            """
            {"payload":{"operationName":"B","variables":{"t":"ä\n"},"extensions":{},"query":"mutation A { increment } query B($t: String!) { echo(text: $t) }"},
             "id":"ü\"","type":"subscribe"}
            """
        );
        Assert.Equal("""{"type":"next","id":"ü\"","payload":{"data":{"echo":"ä\n"}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"ü\""}""", await client.ReceiveAsync());
        Assert.Equal(0, _server.Probe.Increments);
    }

    [Fact]
    public async Task A_subscription_goes_on_until_its_source_ends()
    {
        using var client = await SocketClient.InitialiseAsync(_server);
        await client.SubscribeAsync("1", "subscription { tick }");
        await _server.Probe.StreamsAsync(1);
        _server.Probe.Tick("one");
        _server.Probe.Tick("two");
        _server.Probe.EndStreams();
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"tick":"one"}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"tick":"two"}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"1"}""", await client.ReceiveAsync());
        await _server.Probe.StreamsAsync(0);
    }

    [Fact]
    public async Task The_client_ends_a_subscription_and_may_use_its_id_again()
    {
        using var client = await SocketClient.InitialiseAsync(_server);
        await client.SubscribeAsync("1", "subscription { tick }");
        await _server.Probe.StreamsAsync(1);
        await client.SendAsync("""{"id":"1","type":"complete"}""");
        await client.SubscribeAsync("1", "{ hello }");
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"hello":"world"}}}""", await client.ReceiveAsync());
        await _server.Probe.StreamsAsync(0);
    }

    [Fact]
    public async Task Completing_what_does_not_run_is_ignored()
    {
        using var client = await SocketClient.InitialiseAsync(_server);
        await client.SendAsync("""{"id":"unknown","type":"complete"}""");
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Operations_run_side_by_side()
    {
        using var client = await SocketClient.InitialiseAsync(_server);
        await client.SubscribeAsync("slow", "{ wait }");
        await Eventually.SoonAsync(_server.Probe.Waiting);
        await client.SubscribeAsync("quick", "{ hello }");
        Assert.Equal(
            """{"type":"next","id":"quick","payload":{"data":{"hello":"world"}}}""",
            await client.ReceiveAsync()
        );
        Assert.Equal("""{"type":"complete","id":"quick"}""", await client.ReceiveAsync());
        _server.Probe.OpenGate();
        Assert.Equal("""{"type":"next","id":"slow","payload":{"data":{"wait":"done"}}}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Completing_a_query_cancels_it()
    {
        using var client = await SocketClient.InitialiseAsync(_server);
        await client.SubscribeAsync("1", "{ wait }");
        await Eventually.SoonAsync(_server.Probe.Waiting);
        await client.SendAsync("""{"id":"1","type":"complete"}""");
        await Eventually.SoonAsync(_server.Probe.Cancelled);
    }

    [Fact]
    public async Task Errors_of_the_document_are_an_error_message()
    {
        using var client = await SocketClient.InitialiseAsync(_server);
        await client.SubscribeAsync("1", "{ missing }");
        Assert.Equal(
            """{"type":"error","id":"1","payload":[{"message":"Cannot query field \"missing\" on type \"Query\".","locations":[{"line":1,"column":3}]}]}""",
            await client.ReceiveAsync()
        );
        await client.SubscribeAsync("1", "{ hello }");
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"hello":"world"}}}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Errors_of_fields_are_part_of_the_result()
    {
        using var client = await SocketClient.InitialiseAsync(_server);
        await client.SubscribeAsync("1", "{ fail }");
        Assert.Equal(
            """{"type":"next","id":"1","payload":{"errors":[{"message":"It failed.","locations":[{"line":1,"column":3}],"path":["fail"]}],"data":{"fail":null}}}""",
            await client.ReceiveAsync()
        );
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_payload_even_before_the_connection_is_initialised()
    {
        using var client = await SocketClient.ConnectAsync(_server);
        await client.SendAsync("""{"type":"ping","payload":{"at":[1, 2]}}""");
        Assert.Equal("""{"type":"pong","payload":{"at":[1, 2]}}""", await client.ReceiveAsync());
        await client.SendAsync("""{"type":"pong"}""");
        await client.SendAsync("""{"type":"ping","payload":null}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_message_may_come_in_parts()
    {
        using var client = await SocketClient.ConnectAsync(_server);
        await client.SendPartAsync("""{"type":""");
        await client.SendPartAsync("\"pi");
        await client.SendAsync("""ng"}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task The_interceptor_names_the_user_and_the_initialiser_fills_each_scope()
    {
        await using var server = await TransportServer.StartAsync(services: Named);
        using var client = await SocketClient.InitialiseAsync(server, """{"name":"Alma"}""");
        await client.SubscribeAsync("1", "{ whoami scope }");
        Assert.Equal(
            """{"type":"next","id":"1","payload":{"data":{"whoami":"Alma","scope":"Alma"}}}""",
            await client.ReceiveAsync()
        );
        Assert.Equal("""{"type":"complete","id":"1"}""", await client.ReceiveAsync());
        await client.SubscribeAsync("2", "subscription { tick }");
        await server.Probe.StreamsAsync(1);
        server.Probe.Tick("one");
        Assert.Equal(
            """{"type":"next","id":"2","payload":{"data":{"tick":"one for Alma"}}}""",
            await client.ReceiveAsync()
        );
    }

    [Fact]
    public async Task An_initialiser_may_refuse_an_operation()
    {
        await using var server = await TransportServer.StartAsync(services: Named);
        using var client = await SocketClient.InitialiseAsync(server, """{"name":"Nemo"}""");
        await client.SubscribeAsync("1", "{ hello }");
        Assert.Equal(
            """{"type":"error","id":"1","payload":[{"message":"Nobody is not welcome."}]}""",
            await client.ReceiveAsync()
        );
    }

    [Fact]
    public async Task One_operation_too_many_is_refused_and_the_others_go_on()
    {
        await using var server = await TransportServer.StartAsync(o => o.WebSockets.MaxOperations = 2);
        using var client = await SocketClient.InitialiseAsync(server);
        await client.SubscribeAsync("1", "subscription { tick }");
        await client.SubscribeAsync("2", "subscription { tick }");
        await client.SubscribeAsync("3", "subscription { tick }");
        Assert.Equal(
            """{"type":"error","id":"3","payload":[{"message":"A connection may run 2 operations at once.","extensions":{"code":"TOO_MANY_OPERATIONS"}}]}""",
            await client.ReceiveAsync()
        );
        await server.Probe.StreamsAsync(2);
    }

    private static void Named(IServiceCollection services) =>
        services
            .AddSingleton<IConnectionInterceptor, NamedConnections>()
            .AddSingleton<IOperationScopeInitializer, NamedScopes>();
}
