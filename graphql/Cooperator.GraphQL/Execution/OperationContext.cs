using System.Security.Claims;
using Cooperator.GraphQL.DataLoaders;

namespace Cooperator.GraphQL.Execution;

/// <summary>One running operation: a query, a mutation, or one event of a subscription.</summary>
public sealed class OperationContext
{
    private readonly DataLoaderSet _loaders;

    internal OperationContext(OperationRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        Request = request;
        Services = services;
        CancellationToken = cancellationToken;
        Scheduler = new DataLoaderScheduler(cancellationToken);
        _loaders = new DataLoaderSet(services, Scheduler);
    }

    /// <summary>What was asked.</summary>
    public OperationRequest Request { get; }

    /// <summary>The services of this operation: the request's, or the scope of one event.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Who asks.</summary>
    public ClaimsPrincipal User => Request.User;

    /// <summary>What transports and middlewares pass along.</summary>
    public IDictionary<string, object?> Items => Request.Items;

    /// <summary>Cancelled when the client leaves or the time limit is reached.</summary>
    public CancellationToken CancellationToken { get; }

    internal DataLoaderScheduler Scheduler { get; }

    /// <summary>The operation's own data loader of that type.</summary>
    public T DataLoader<T>()
        where T : DataLoader => _loaders.Get<T>();

    internal void ForgetLoaded() => _loaders.Clear();
}
