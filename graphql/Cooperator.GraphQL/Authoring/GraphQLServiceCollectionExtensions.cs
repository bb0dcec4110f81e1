using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Subscriptions;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cooperator.GraphQL;

/// <summary>Registers a GraphQL server.</summary>
public static class GraphQLServiceCollectionExtensions
{
    /// <summary>Registers a GraphQL server; called again, it goes on with the same one.</summary>
    public static GraphQLServerBuilder AddGraphQLServer(this IServiceCollection services)
    {
        var configuration = services
            .Select(service => service.ImplementationInstance)
            .OfType<GraphQLServerConfiguration>()
            .FirstOrDefault();
        if (configuration is null)
        {
            configuration = new GraphQLServerConfiguration();
            services.AddSingleton(configuration);
            services.AddSingleton(configuration.Options);
            services.AddSingleton<Schema>(provider =>
                AttributedSchema.Build(configuration, provider.GetRequiredService<IServiceProviderIsService>())
            );
            services.AddSingleton(provider =>
                ServerPipeline.Create(provider.GetRequiredService<Schema>(), configuration)
            );
            // One node's topics; a host with several nodes registers its own.
            services.TryAddSingleton<InMemoryTopics>();
            services.TryAddSingleton<ITopicEventSender>(provider => provider.GetRequiredService<InMemoryTopics>());
            services.TryAddSingleton<ITopicEventReceiver>(provider => provider.GetRequiredService<InMemoryTopics>());
        }

        return new GraphQLServerBuilder(services, configuration);
    }
}
