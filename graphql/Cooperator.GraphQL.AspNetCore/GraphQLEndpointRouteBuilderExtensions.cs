using System.ComponentModel.DataAnnotations;
using Cooperator.GraphQL.AspNetCore;
using Cooperator.GraphQL.AspNetCore.Http;
using Cooperator.GraphQL.AspNetCore.Ide;
using Cooperator.GraphQL.AspNetCore.Sse;
using Cooperator.GraphQL.AspNetCore.WebSockets;
using Cooperator.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the engine's endpoint.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves the registered schema at a path: POST and GET by the GraphQL over HTTP specification, event streams by the distinct
    /// connections mode of GraphQL over SSE, WebSockets by <c>graphql-transport-ws</c>, and GraphiQL for browsers. Nothing else has to be
    /// added to the pipeline for WebSockets. The schema is built here, so that a faulty one stops the start.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The path of the endpoint. Default <c>/graphql</c>.</param>
    /// <exception cref="ValidationException">A setting of <see cref="GraphQLTransportOptions"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">No server was registered with <c>AddGraphQLServer</c>.</exception>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var services = endpoints.ServiceProvider;
        var executor = services.GetRequiredService<RequestExecutor>();
        var options = services.GetRequiredService<IOptions<GraphQLTransportOptions>>().Value;
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        Validator.ValidateObject(
            options.WebSockets,
            new ValidationContext(options.WebSockets),
            validateAllProperties: true
        );

        Validator.ValidateObject(options.Uploads, new ValidationContext(options.Uploads), validateAllProperties: true);

        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var assets = new IdeAssets(options.Ide);
        var subscribers = new Subscribers(options.MaxSubscriptionsPerPerson);
        var events = ActivatorUtilities.CreateInstance<EventStreams>(services, options, subscribers, time);
        var http = ActivatorUtilities.CreateInstance<HttpEndpoint>(
            services,
            executor,
            options,
            events,
            new IdePage(options.Ide, assets)
        );
        var sockets = new SocketEndpoint(
            ActivatorUtilities.CreateInstance<SocketServices>(services, executor, options, subscribers, time)
        );

        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(context =>
            context.WebSockets.IsWebSocketRequest ? sockets.HandleAsync(context) : http.HandleAsync(context)
        );
        if (options.Ide.Enabled)
        {
            endpoints
                .MapGet(
                    path.TrimEnd('/') + IdePage.AssetsPath + "/{**file}",
                    (HttpContext context, string? file) => assets.WriteAsync(context, file ?? "")
                )
                .ExcludeFromDescription();
        }

        return endpoints.Map(path, pipeline.Build()).WithDisplayName($"GraphQL {path}");
    }
}
