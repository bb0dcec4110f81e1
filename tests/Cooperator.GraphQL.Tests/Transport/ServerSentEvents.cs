using System.Net;
using System.Security.Claims;
using Cooperator.GraphQL.AspNetCore;
using Cooperator.GraphQL.Tests.Transport.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Transport;

/// <summary>The distinct connections mode of the GraphQL over SSE protocol.</summary>
public sealed class ServerSentEvents
{
    private const string Events = "text/event-stream";
    private const string Subscription = """{"query":"subscription { tick }"}""";

    [Fact]
    public async Task A_query_is_one_next_event_and_a_complete_event()
    {
        await using var server = await TransportServer.StartAsync();
        using var response = await server.PostAsync("""{"query":"{ hello }"}""", Events);
        await response.ShouldBeAsync(
            HttpStatusCode.OK,
            Events,
            "event: next\ndata: {\"data\":{\"hello\":\"world\"}}\n\nevent: complete\ndata: \n\n"
        );
    }

    [Fact]
    public async Task Errors_of_the_document_are_a_next_event()
    {
        await using var server = await TransportServer.StartAsync();
        using var response = await server.PostAsync("""{"query":"{ missing }"}""", Events);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith(
            "event: next\ndata: {\"errors\":[{\"message\":\"Cannot query field",
            text,
            StringComparison.Ordinal
        );
        Assert.EndsWith("event: complete\ndata: \n\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Events)]
    [InlineData("application/json, text/event-stream")]
    [InlineData("*/*")]
    public async Task A_subscription_streams_until_its_source_ends(string accept)
    {
        await using var server = await TransportServer.StartAsync();
        using var response = await server.PostAsync(Subscription, accept);
        Assert.Equal(Events, response.Content.Headers.ContentType?.MediaType);
        await server.Probe.StreamsAsync(1);
        server.Probe.Tick("one");
        server.Probe.Tick("two");
        server.Probe.EndStreams();
        Assert.Equal(
            ":\n\nevent: next\ndata: {\"data\":{\"tick\":\"one\"}}\n\nevent: next\ndata: {\"data\":{\"tick\":\"two\"}}\n\n"
                + "event: complete\ndata: \n\n",
            await response.Content.ReadAsStringAsync()
        );
        await server.Probe.StreamsAsync(0);
    }

    [Fact]
    public async Task A_subscription_may_come_by_GET()
    {
        await using var server = await TransportServer.StartAsync();
        using var response = await server.GetAsync("?query=subscription%20%7B%20tick%20%7D", Events);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await server.Probe.StreamsAsync(1);
    }

    [Fact]
    public async Task A_mutation_may_not_come_by_GET()
    {
        await using var server = await TransportServer.StartAsync();
        using var response = await server.GetAsync("?query=mutation%20%7B%20increment%20%7D", Events);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(0, server.Probe.Increments);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_its_subscription()
    {
        await using var server = await TransportServer.StartAsync();
        var response = await server.PostAsync(Subscription, Events);
        await server.Probe.StreamsAsync(1);
        response.Dispose();
        await server.Probe.StreamsAsync(0);
    }

    [Fact]
    public async Task A_silent_stream_carries_comments()
    {
        await using var server = await TransportServer.StartAsync(o =>
            o.EventStreamKeepAlive = TimeSpan.FromMilliseconds(10)
        );
        using var response = await server.PostAsync(Subscription, Events);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var bytes = new byte[12];
        await Eventually.SoonAsync(stream.ReadExactlyAsync(bytes).AsTask());
        Assert.Equal(":\n\n:\n\n:\n\n:\n\n"u8, bytes);
    }

    [Fact]
    public async Task A_server_that_stops_cuts_the_stream_without_complete()
    {
        await using var server = await TransportServer.StartAsync();
        using var response = await server.PostAsync(Subscription, Events);
        await server.Probe.StreamsAsync(1);
        await Eventually.SoonAsync(server.StopAsync());
        Assert.Equal(":\n\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_interceptor_decides_about_the_stream()
    {
        await using var server = await TransportServer.StartAsync(services: s =>
            s.AddSingleton<IConnectionInterceptor>(new FixedDecision(ConnectionDecision.Reject("Not you.")))
        );
        using var response = await server.PostAsync(Subscription, Events);
        await response.ShouldBeAsync(
            HttpStatusCode.Forbidden,
            "application/json",
            """{"errors":[{"message":"Not you."}]}"""
        );
        Assert.Equal(0, server.Probe.OpenedStreams);
    }

    [Fact]
    public async Task A_subscription_runs_for_whom_the_interceptor_says_from_its_first_step()
    {
        var alma = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Alma")], "test"));
        var items = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = "a neighbour" };
        await using var server = await TransportServer.StartAsync(services: s =>
            s.AddSingleton<IConnectionInterceptor>(new FixedDecision(ConnectionDecision.Accept(alma, items)))
        );
        using var response = await server.PostAsync("""{"query":"subscription { whoami }"}""", Events);
        Assert.Contains(
            "Alma and Alma as a neighbour",
            await Eventually.SoonAsync(response.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Credentials_may_last_longer_than_a_timer()
    {
        var decision = ConnectionDecision.Accept(
            new ClaimsPrincipal(),
            expires: TimeProvider.System.GetUtcNow().AddDays(366)
        );
        await using var server = await TransportServer.StartAsync(services: s =>
            s.AddSingleton<IConnectionInterceptor>(new FixedDecision(decision))
        );
        using var response = await server.PostAsync(Subscription, Events);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await server.Probe.StreamsAsync(1);
        using var client = await SocketClient.InitialiseAsync(server);
        await client.SubscribeAsync("1", "{ hello }");
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"hello":"world"}}}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Each_event_has_an_initialised_scope()
    {
        var items = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = "Alma" };
        await using var server = await TransportServer.StartAsync(services: s =>
            s.AddSingleton<IConnectionInterceptor>(
                    new FixedDecision(ConnectionDecision.Accept(new ClaimsPrincipal(), items))
                )
                .AddSingleton<IOperationScopeInitializer, NamedScopes>()
        );
        using var response = await server.PostAsync(Subscription, Events);
        await server.Probe.StreamsAsync(1);
        server.Probe.Tick("one");
        server.Probe.EndStreams();
        Assert.Contains("one for Alma", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stream_ends_with_its_credentials()
    {
        var decision = ConnectionDecision.Accept(
            new ClaimsPrincipal(),
            expires: TimeProvider.System.GetUtcNow().AddMilliseconds(50)
        );
        await using var server = await TransportServer.StartAsync(services: s =>
            s.AddSingleton<IConnectionInterceptor>(new FixedDecision(decision))
        );
        using var response = await server.PostAsync(Subscription, Events);
        Assert.Equal(":\n\n", await Eventually.SoonAsync(response.Content.ReadAsStringAsync()));
        await server.Probe.StreamsAsync(0);
    }

    [Fact]
    public async Task The_stream_ends_when_its_credentials_are_withdrawn()
    {
        using var withdrawn = new CancellationTokenSource();
        var decision = ConnectionDecision.Accept(new ClaimsPrincipal()).Until(withdrawn.Token);
        await using var server = await TransportServer.StartAsync(services: s =>
            s.AddSingleton<IConnectionInterceptor>(new FixedDecision(decision))
        );
        using var response = await server.PostAsync(Subscription, Events);
        await server.Probe.StreamsAsync(1);
        await withdrawn.CancelAsync();
        Assert.Equal(":\n\n", await Eventually.SoonAsync(response.Content.ReadAsStringAsync()));
        await server.Probe.StreamsAsync(0);
    }
}
