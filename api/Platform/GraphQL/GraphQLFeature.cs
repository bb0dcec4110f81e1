using Cooperator.Api.Platform.Settings;
using Cooperator.Api.Platform.Startup;
using Cooperator.GraphQL;
using Cooperator.GraphQL.AspNetCore;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Querying;

namespace Cooperator.Api.Platform.GraphQL;

/// <summary>The API's one GraphQL server: every attributed class of this assembly is in its schema.</summary>
public static class GraphQLFeature
{
    // The documents of the web app; its code generator writes them, the build puts them beside the program.
    private const string Manifest = "trusted-documents.json";

    public static void AddCooperatorGraphQL(this WebApplicationBuilder builder)
    {
        var settings = builder.AddSettings<GraphQLSettings>("GraphQL");
        builder
            .Services.AddGraphQLServer()
            .AddTypes(typeof(GraphQLFeature).Assembly)
            .ModifyOptions(options =>
            {
                options.IncludeExceptionDetails = builder.Environment.IsDevelopment();
                options.EnableDeferAndStream = true;
                options.TrustedDocuments = TrustedDocuments.Load(Path.Combine(AppContext.BaseDirectory, Manifest));
                options.OnlyTrustedDocuments = settings.OnlyTrustedDocuments;
            })
            .UseOperation(OperationTransactions.ReadOneSnapshotAsync)
            .UseMutationField(OperationTransactions.WriteAllOrNothingAsync)
            .AddErrorFilter<ErrorMask>();
        builder.Services.Configure<GraphQLTransportOptions>(transport =>
        {
            transport.MaxSubscriptionsPerPerson = settings.SubscriptionsPerPerson;
            // An IDE in which nothing can be asked would only confuse.
            transport.Ide.Enabled &= !settings.OnlyTrustedDocuments;
        });
        builder.Services.AddSingleton<IQueryableExecutor, DatabaseCounting>();
        builder.Services.AddWarmUp(SlowOperationLog.Attach);
        builder.Services.AddWarmUp(services => services.GetRequiredService<RequestExecutor>());
    }
}
