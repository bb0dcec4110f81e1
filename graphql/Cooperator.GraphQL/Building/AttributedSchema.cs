using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Building;

/// <summary>Builds a schema from attributed classes.</summary>
internal static class AttributedSchema
{
    public static Schema Build(GraphQLServerConfiguration configuration, IServiceProviderIsService services) =>
        throw new SchemaException($"{configuration.Classes.Count} {services}");
}
