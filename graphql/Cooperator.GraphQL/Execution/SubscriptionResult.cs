using System.Runtime.CompilerServices;
using Cooperator.GraphQL.Costs;
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
    private readonly bool _isSameForAll;

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
        _isSameForAll = operation.IsSameForAll && variables.Count == 0 && !CostLimit.IsReportWanted(request.Extensions);
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
        var events = EventsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
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

    /// <summary>The events, each with what came of it for others.</summary>
    private IAsyncEnumerable<TopicEvent> EventsAsync(CancellationToken cancellationToken) =>
        _source is ITopicStream topic
            ? topic.ReadTopicEventsAsync(cancellationToken)
            : OwnEventsAsync(cancellationToken);

    // Of a source of its own nobody else is told.
    private async IAsyncEnumerable<TopicEvent> OwnEventsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var message in _source.ReadEventsAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new TopicEvent(message);
        }
    }

    private async ValueTask<(OperationResult? Result, bool IsLast)> NextAsync(
        IAsyncEnumerator<TopicEvent> events,
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
            var context = _executor.SourceContext(
                _request,
                _operation,
                _variables,
                _request.Services,
                cancellationToken
            );
            foreach (var error in context.Errors.ErrorsOf(exception))
            {
                context.Errors.Report(error);
            }

            return (OperationResult.RequestError(context.Errors.Errors), true);
        }
    }

    private async ValueTask<OperationResult> ExecuteAsync(TopicEvent happened, CancellationToken cancellationToken)
    {
        if (_request.EventScopes is not { } openScope)
        {
            return await ExecuteAsync(_request.Services, happened, cancellationToken).ConfigureAwait(false);
        }

        var scope = await openScope(cancellationToken).ConfigureAwait(false);
        await using (scope.ConfigureAwait(false))
        {
            return await ExecuteAsync(scope.ServiceProvider, happened, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<OperationResult> ExecuteAsync(
        IServiceProvider services,
        TopicEvent happened,
        CancellationToken cancellationToken
    )
    {
        return _isSameForAll && await MayHaveAsync(services, cancellationToken).ConfigureAwait(false)
            ? await happened.Results.GetAsync(_operation, RunAsync, cancellationToken).ConfigureAwait(false)
            : await RunAsync().ConfigureAwait(false);

        ValueTask<OperationResult> RunAsync() =>
            _executor.ExecuteEventAsync(
                _request,
                _operation,
                _variables,
                services,
                happened.Message,
                cancellationToken
            );
    }

    // Who may not is told so by an execution of their own.
    private async ValueTask<bool> MayHaveAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await SubscriptionStart
                .AuthorizeAsync(_executor.SourceContext(_request, _operation, _variables, services, cancellationToken))
                .ConfigureAwait(false);
            return true;
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            return false;
        }
    }
}
