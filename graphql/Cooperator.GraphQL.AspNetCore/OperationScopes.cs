using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.AspNetCore;

/// <summary>Opens the service scopes in which the operations and events of one accepted connection run.</summary>
internal sealed class OperationScopes(IServiceScopeFactory factory, ConnectionDecision connection)
{
    public async ValueTask<AsyncServiceScope> OpenAsync(CancellationToken ct)
    {
        var scope = factory.CreateAsyncScope();
        try
        {
            foreach (var initializer in scope.ServiceProvider.GetServices<IOperationScopeInitializer>())
            {
                await initializer.InitializeAsync(scope.ServiceProvider, connection.User, connection.Items, ct);
            }

            return scope;
        }
        catch
        {
            // Whoever fails to open a scope cannot dispose it.
            await scope.DisposeAsync();
            throw;
        }
    }
}
