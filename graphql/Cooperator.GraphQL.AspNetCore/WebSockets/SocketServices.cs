using Cooperator.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>What every connection of an endpoint shares.</summary>
internal sealed class SocketServices(
    RequestExecutor executor,
    GraphQLTransportOptions options,
    Subscribers subscribers,
    IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<SocketConnection> logger
)
{
    public RequestExecutor Executor => executor;

    public GraphQLWebSocketOptions Options => options.WebSockets;

    public Subscribers Subscribers => subscribers;

    public IServiceScopeFactory Scopes => scopes;

    /// <summary>Cancelled when the server begins to stop.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    public TimeProvider Time => time;

    public ILogger Logger => logger;
}
