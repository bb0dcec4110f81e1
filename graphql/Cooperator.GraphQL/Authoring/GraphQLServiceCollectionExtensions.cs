using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

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
        }

        return new GraphQLServerBuilder(services, configuration);
    }
}
