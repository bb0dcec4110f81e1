using System.Security.Claims;
using Cooperator.GraphQL.DataLoaders;

namespace Cooperator.GraphQL.Execution;

/// <summary>What a resolver is given for one field of one object. Valid until the resolver's task has completed.</summary>
public sealed partial class ResolverContext
{
    internal ResolverContext(OperationContext operation) => Operation = operation;

    /// <summary>The running operation.</summary>
    public OperationContext Operation { get; }

    /// <summary>The value whose field is resolved; null for root fields.</summary>
    public object? Parent { get; internal set; }

    /// <summary>The event, while a subscription's selections are resolved.</summary>
    public object? EventMessage { get; internal set; }

    /// <summary>The services of the operation.</summary>
    public IServiceProvider Services => Operation.Services;

    /// <summary>Who asks.</summary>
    public ClaimsPrincipal User => Operation.User;

    /// <summary>Cancelled when the client leaves or the time limit is reached.</summary>
    public CancellationToken CancellationToken => Operation.CancellationToken;

    /// <summary>The value whose field is resolved.</summary>
    /// <exception cref="InvalidCastException">The parent is of another type.</exception>
    public T GetParent<T>() => (T)Parent!;

    /// <summary>The operation's own data loader of that type.</summary>
    public T DataLoader<T>()
        where T : DataLoader => Operation.DataLoader<T>();
}
