using System.Security.Claims;
using Cooperator.GraphQL.DataLoaders;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Execution;

/// <summary>One running operation: a query, a mutation, or one event of a subscription.</summary>
public sealed class OperationContext
{
    private readonly DataLoaderSet _loaders;
    private readonly bool _includeExceptionDetails;
    private List<ErrorLog>? _partErrors;
    private object?[]?[] _arguments;
    private Dictionary<string, AuthorizationOutcome>? _outcomes;

    internal OperationContext(
        OperationRequest request,
        CompiledOperation operation,
        IReadOnlyDictionary<string, object?> variables,
        IServiceProvider services,
        bool includeExceptionDetails,
        CancellationToken cancellationToken
    )
    {
        Request = request;
        Operation = operation;
        Variables = variables;
        Services = services;
        CancellationToken = cancellationToken;
        Flags = operation.Flags(variables);
        _includeExceptionDetails = includeExceptionDetails;
        Errors = new ErrorLog(services, includeExceptionDetails);
        Scheduler = new DataLoaderScheduler(cancellationToken);
        _loaders = new DataLoaderSet(services, Scheduler);
        _arguments = new object?[]?[operation.SelectionCount];
    }

    /// <summary>What was asked.</summary>
    public OperationRequest Request { get; }

    /// <summary>The operation, prepared.</summary>
    public CompiledOperation Operation { get; }

    /// <summary>The schema.</summary>
    public Schema Schema => Operation.Schema;

    /// <summary>The canonical values (see <see cref="InputCoercion"/>) of the variables that were given or have a default.</summary>
    public IReadOnlyDictionary<string, object?> Variables { get; }

    /// <summary>What the operation costs with these variables.</summary>
    public double Cost => Operation.Cost.For(Variables);

    /// <summary>The services of this operation: the request's, or the scope of one event.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Who asks.</summary>
    public ClaimsPrincipal User => Request.User;

    /// <summary>What transports and middlewares pass along.</summary>
    public IDictionary<string, object?> Items => Request.Items;

    /// <summary>What the response's <c>extensions</c> will say; null for nothing.</summary>
    public IDictionary<string, object?>? ResponseExtensions { get; set; }

    /// <summary>The event, when this is one of a subscription.</summary>
    public object? EventMessage { get; internal init; }

    /// <summary>Cancelled when the client leaves or the time limit is reached.</summary>
    public CancellationToken CancellationToken { get; }

    internal DataLoaderScheduler Scheduler { get; }

    /// <summary>
    /// Whether parts of the response are sent while the operation still runs. Then what it does can not be taken back: <see cref="StartOver"/> must not be
    /// called, and a middleware is awaited by it until the last part is done.
    /// </summary>
    public bool IsDeliveredInParts => Output is not null;

    /// <summary>Whether each resolver is an activity of its own.</summary>
    internal bool TracesFields { get; init; }

    /// <summary>Where results are sent that come before the last one; null when there is only one.</summary>
    internal IncrementalOutput? Output { get; init; }

    /// <summary>The errors of the first result.</summary>
    internal ErrorLog Errors { get; }

    /// <summary>Whether any result has an error.</summary>
    internal bool HasErrors => Errors.Errors.Count > 0 || _partErrors is not null;

    /// <summary>The boolean variables as <see cref="Inclusion"/> reads them.</summary>
    internal ulong Flags { get; }

    /// <summary>The operation's own data loader of that type.</summary>
    public T DataLoader<T>()
        where T : DataLoader => _loaders.Get<T>();

    /// <summary>
    /// Forgets what was loaded, reported and promised, so that a middleware that throws a result away can run the operation again.
    /// </summary>
    /// <exception cref="InvalidOperationException">The operation <see cref="IsDeliveredInParts"/>.</exception>
    public void StartOver()
    {
        if (IsDeliveredInParts)
        {
            throw new InvalidOperationException("Parts of the response may have been sent already.");
        }

        ForgetLoaded();
        Errors.Clear();
        ResponseExtensions = null;
    }

    /// <summary>Lets loaders load anew: a mutation may have changed what they know.</summary>
    internal void ForgetLoaded() => _loaders.Clear();

    /// <summary>The values of a selection's arguments, read once for all objects it is resolved of.</summary>
    /// <exception cref="GraphQLException">An argument is missing or wrong.</exception>
    internal object?[] ArgumentsOf(Selection selection)
    {
        if (selection.Id >= _arguments.Length)
        {
            Array.Resize(ref _arguments, Math.Max(Operation.SelectionCount, selection.Id + 1));
        }

        return _arguments[selection.Id] ??= selection.Arguments.Read(Variables);
    }

    /// <summary>The errors of the part of the response that a place is in.</summary>
    internal ErrorLog ErrorsAt(ResultNode? node)
    {
        if (node?.Root is not PartRoot part)
        {
            return Errors;
        }

        return part.Errors ??= NewErrors();
    }

    /// <summary>What has gone wrong with a list that is being streamed.</summary>
    internal IReadOnlyList<GraphQLError> ErrorsOf(StreamedList stream, Exception exception)
    {
        var log = NewErrors();
        log.Report(stream.Field, Flags, stream.Path!, exception);
        return log.Errors;
    }

    /// <summary>A log for errors that belong to a later result.</summary>
    internal ErrorLog NewErrors()
    {
        var log = new ErrorLog(Services, _includeExceptionDetails);
        (_partErrors ??= []).Add(log);
        return log;
    }

    /// <summary>Asks the authorizer, once for each policy.</summary>
    internal async ValueTask<AuthorizationOutcome> AuthorizeAsync(string? policy)
    {
        _outcomes ??= new Dictionary<string, AuthorizationOutcome>(StringComparer.Ordinal);
        var key = policy ?? "";
        if (!_outcomes.TryGetValue(key, out var outcome))
        {
            outcome = await Services
                .GetRequiredService<IFieldAuthorizer>()
                .AuthorizeAsync(this, policy)
                .ConfigureAwait(false);
            _outcomes[key] = outcome;
        }

        return outcome;
    }
}
