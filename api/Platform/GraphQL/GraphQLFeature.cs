using Cooperator.Api.Platform.Startup;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Querying;

namespace Cooperator.Api.Platform.GraphQL;

/// <summary>The API's one GraphQL server: every attributed class of this assembly is in its schema.</summary>
public static class GraphQLFeature
{
    public static void AddCooperatorGraphQL(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddGraphQLServer()
            .AddTypes(typeof(GraphQLFeature).Assembly)
            .ModifyOptions(options =>
            {
                options.IncludeExceptionDetails = builder.Environment.IsDevelopment();
                options.EnableDeferAndStream = true;
            })
            .UseOperation(OperationTransactions.ReadOneSnapshotAsync)
            .UseMutationField(OperationTransactions.WriteAllOrNothingAsync)
            .AddErrorFilter<ErrorMask>();
        builder.Services.AddSingleton<IQueryableExecutor, DatabaseCounting>();
        builder.Services.AddWarmUp(services => services.GetRequiredService<RequestExecutor>());
    }
}
