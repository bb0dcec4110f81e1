using Cooperator.Api.Platform.Events;
using Cooperator.GraphQL;
using Cooperator.GraphQL.AspNetCore;

namespace Cooperator.Api.Identity;

public static class IdentityGraphQL
{
    /// <summary>Policies, the active co-op, token scopes and WebSocket sign-in; goes before what opens transactions.</summary>
    public static GraphQLServerBuilder AddIdentity(this GraphQLServerBuilder graphql)
    {
        graphql.Services.AddSingleton<IConnectionInterceptor, ConnectionSignIn>();
        graphql.Services.AddSingleton<IOperationScopeInitializer, ScopeSignIn>();
        graphql.Services.AddSingleton<OpenConnections>().AddSingleton<ISignalConsumer, SignOutWatch>();

        // Consumers are told in the order of registration: who may hear of an event must be known before it is spread.
        graphql.Services.Insert(0, ServiceDescriptor.Singleton<IEventConsumer, MembershipWatch>());
        return graphql
            .AddAuthorizer<PolicyAuthorizer>()
            .UseOperation(OperationRules.EnterCoopAsync)
            .UseMutationField(OperationRules.RequireWriteScopeAsync);
    }
}
