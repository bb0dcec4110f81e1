using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cooperator.GraphQL.AspNetCore.Sse;

/// <summary>Makes the event streams of the endpoint, in the distinct connections mode of the GraphQL over SSE protocol.</summary>
internal sealed class EventStreams(
    GraphQLTransportOptions options,
    Subscribers subscribers,
    IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<EventStream> logger
)
{
    public EventStream Prepare(HttpContext http) =>
        new(http, options.EventStreamKeepAlive, subscribers, scopes, time, logger, lifetime.ApplicationStopping);
}
