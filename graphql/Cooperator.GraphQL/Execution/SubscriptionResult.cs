using System.Runtime.CompilerServices;
using Cooperator.GraphQL.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Execution;

/// <summary>An open subscription: a result for each event, see section 6.2.3.2 of the specification ("Response Stream"). Disposing it unsubscribes.</summary>
public sealed class SubscriptionResult : ExecutionResult
{
    private readonly OperationExecutor _executor;
    private readonly OperationRequest _request;
    private readonly CompiledOperation _operation;
    private readonly IReadOnlyDictionary<string, object?> _variables;
    private readonly ISourceStream _source;

    internal SubscriptionResult(
        OperationExecutor executor,
        OperationRequest request,
        CompiledOperation operation,
        IReadOnlyDictionary<string, object?> variables,
        ISourceStream source
    )
    {
        _executor = executor;
        _request = request;
        _operation = operation;
        _variables = variables;
        _source = source;
    }

    /// <summary>
    /// Gives the result of each event, in the order of events, until the source completes. An error of the source is told by a last result. Read it
    /// once; dispose each result when it has been sent.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async IAsyncEnumerable<OperationResult> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var events = _source.ReadEventsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (events.ConfigureAwait(false))
        {
            while (true)
            {
                var (result, isLast) = await NextAsync(events, cancellationToken).ConfigureAwait(false);
                if (result is not null)
                {
                    yield return result;
                }

                if (isLast)
                {
                    yield break;
                }
            }
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    private async ValueTask<(OperationResult? Result, bool IsLast)> NextAsync(
        IAsyncEnumerator<object?> events,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await events.MoveNextAsync().ConfigureAwait(false)
                ? (await ExecuteAsync(events.Current, cancellationToken).ConfigureAwait(false), false)
                : (null, true);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            // The source failed, or no scope could be opened: the client is told, and there is nothing to go on with.
            var context = _executor.SourceContext(_request, _operation, _variables, cancellationToken);
            foreach (var error in context.Errors.ErrorsOf(exception))
            {
                context.Errors.Report(error);
            }

            return (OperationResult.RequestError(context.Errors.Errors), true);
        }
    }

    private async ValueTask<OperationResult> ExecuteAsync(object? eventMessage, CancellationToken cancellationToken)
    {
        if (_request.EventScopes is not { } openScope)
        {
            return await ExecuteAsync(_request.Services, eventMessage, cancellationToken).ConfigureAwait(false);
        }

        var scope = await openScope(cancellationToken).ConfigureAwait(false);
        await using (scope.ConfigureAwait(false))
        {
            return await ExecuteAsync(scope.ServiceProvider, eventMessage, cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask<OperationResult> ExecuteAsync(
        IServiceProvider services,
        object? eventMessage,
        CancellationToken cancellationToken
    ) => _executor.ExecuteAsync(_request, _operation, _variables, services, eventMessage, cancellationToken);
}
