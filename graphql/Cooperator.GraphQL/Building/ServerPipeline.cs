using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;
using Cooperator.GraphQL.Validation;

namespace Cooperator.GraphQL.Building;

/// <summary>Joins what never sees each other, validation and execution, into the executor of a registered server.</summary>
internal static class ServerPipeline
{
    public static RequestExecutor Create(Schema schema, GraphQLServerConfiguration configuration)
    {
        var options = configuration.Options;
        var validator = new DocumentValidator(
            schema,
            new ValidationOptions
            {
                MaxErrors = options.MaxErrors,
                MaxDepth = options.MaxDepth,
                MaxAliases = options.MaxAliases,
                MaxDirectives = options.MaxDirectives,
                AllowIntrospection = options.EnableIntrospection,
            }
        );
        return new RequestExecutor(
            schema,
            options,
            (_, document) => validator.Validate(document),
            configuration.OperationMiddleware
        );
    }
}
