using System.Security.Claims;

namespace Cooperator.GraphQL.AspNetCore;

/// <summary>
/// Prepares the fresh service scope of one WebSocket operation, or of one event of a subscription, as the host's middlewares
/// prepare the scope of an HTTP request. Every registered one runs, in the order of registration.
/// </summary>
public interface IOperationScopeInitializer
{
    /// <summary>Prepares a scope.</summary>
    /// <param name="scope">The services of the scope.</param>
    /// <param name="user">Who the operation runs as.</param>
    /// <param name="items">What the connection was accepted with.</param>
    /// <param name="ct">Cancelled when the operation is.</param>
    /// <exception cref="GraphQLException">The operation is refused; the client is sent these errors.</exception>
    ValueTask InitializeAsync(
        IServiceProvider scope,
        ClaimsPrincipal user,
        IReadOnlyDictionary<string, object?> items,
        CancellationToken ct
    );
}
