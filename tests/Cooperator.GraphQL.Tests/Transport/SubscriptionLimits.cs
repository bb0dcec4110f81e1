using System.Net;
using Cooperator.GraphQL.AspNetCore;
using Cooperator.GraphQL.Tests.Transport.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Transport;

/// <summary>How many subscriptions a person may have, whatever connections they use.</summary>
public sealed class SubscriptionLimits
{
    private const string Subscription = """{"query":"subscription { tick }"}""";
    private const string Refused =
        """{"type":"error","id":"1","payload":[{"message":"A person may have 2 subscriptions at once.","extensions":{"code":"TOO_MANY_SUBSCRIPTIONS"}}]}""";

    [Fact]
    public async Task Connections_and_streams_of_an_address_count_together()
    {
        await using var server = await TransportServer.StartAsync(o => o.MaxSubscriptionsPerPerson = 2);
        using var first = await SocketClient.InitialiseAsync(server);
        using var second = await SocketClient.InitialiseAsync(server);
        await first.SubscribeAsync("1", "subscription { tick }");
        using (await server.PostAsync(Subscription, "text/event-stream"))
        {
            await server.Probe.StreamsAsync(2);

            await second.SubscribeAsync("1", "subscription { tick }");
            Assert.Equal(Refused, await second.ReceiveAsync());
            using var refused = await server.PostAsync(Subscription, "text/event-stream");
            await refused.ShouldBeAsync(
                HttpStatusCode.TooManyRequests,
                "application/json",
                """{"errors":[{"message":"A person may have 2 subscriptions at once."}]}"""
            );
            await second.SubscribeAsync("2", "{ hello }");
            Assert.StartsWith("""{"type":"next","id":"2",""", await second.ReceiveAsync(), StringComparison.Ordinal);
        }

        await server.Probe.StreamsAsync(1);
        Assert.StartsWith("""{"type":"complete","id":"2"}""", await second.ReceiveAsync(), StringComparison.Ordinal);
        await second.SubscribeAsync("3", "subscription { tick }");
        await server.Probe.StreamsAsync(2);
    }

    [Fact]
    public async Task People_do_not_count_for_each_other()
    {
        await using var server = await TransportServer.StartAsync(
            o => o.MaxSubscriptionsPerPerson = 2,
            services =>
                services
                    .AddSingleton<IConnectionInterceptor, NamedConnections>()
                    .AddSingleton<IOperationScopeInitializer, NamedScopes>()
        );
        using var alma = await SocketClient.InitialiseAsync(server, """{"name":"Alma"}""");
        using var kerem = await SocketClient.InitialiseAsync(server, """{"name":"Kerem"}""");
        foreach (var id in new[] { "2", "3" })
        {
            await alma.SubscribeAsync(id, "subscription { tick }");
            await kerem.SubscribeAsync(id, "subscription { tick }");
        }

        await server.Probe.StreamsAsync(4);
        await alma.SubscribeAsync("1", "subscription { tick }");
        Assert.Equal(Refused, await alma.ReceiveAsync());
        await server.Probe.StreamsAsync(4);
    }
}
