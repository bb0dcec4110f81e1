using System.Diagnostics;
using Cooperator.GraphQL.Costs;
using Cooperator.GraphQL.Diagnostics;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Execution;

/// <summary>Executes operations that are known to be valid, within their time limit and inside the operation middlewares.</summary>
internal sealed class OperationExecutor
{
    private readonly GraphQLOptions _options;
    private readonly OperationDelegate _pipeline;

    public OperationExecutor(GraphQLOptions options, IEnumerable<OperationMiddleware> middleware)
    {
        _options = options;
        OperationDelegate pipeline = RunAsync;
        foreach (var step in middleware.Reverse())
        {
            var next = pipeline;
            pipeline = context => step(context, next);
        }

        _pipeline = pipeline;
    }

    /// <summary>Executes an operation that may be divided; its results come while it runs.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="clientToken"/> was cancelled.</exception>
    public async ValueTask<ExecutionResult> ExecuteInPartsAsync(
        OperationRequest request,
        CompiledOperation operation,
        IReadOnlyDictionary<string, object?> variables,
        Activity? activity,
        CancellationToken clientToken
    )
    {
        var output = new IncrementalOutput(clientToken);
        var running = RunAsync();
        if (await output.HasFirstAsync().ConfigureAwait(false))
        {
            return new IncrementalResult(output, running);
        }

        await using (output.ConfigureAwait(false))
        {
            return await running.ConfigureAwait(false);
        }

        async Task<OperationResult> RunAsync()
        {
            // It ends with the last part.
            using var lasting = activity;
            try
            {
                return await ExecuteAsync(
                        request,
                        operation,
                        variables,
                        request.Services,
                        eventMessage: null,
                        activity,
                        output.Token,
                        output
                    )
                    .ConfigureAwait(false);
            }
            finally
            {
                // Whatever happens: somebody waits for it.
                output.Complete();
            }
        }
    }

    /// <summary>Executes an operation that is answered whole.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="clientToken"/> was cancelled.</exception>
    public ValueTask<OperationResult> ExecuteAsync(
        OperationRequest request,
        CompiledOperation operation,
        IReadOnlyDictionary<string, object?> variables,
        Activity? activity,
        CancellationToken clientToken
    ) => ExecuteAsync(request, operation, variables, request.Services, eventMessage: null, activity, clientToken);

    /// <summary>Executes one event of a subscription.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="clientToken"/> was cancelled.</exception>
    public async ValueTask<OperationResult> ExecuteEventAsync(
        OperationRequest request,
        CompiledOperation operation,
        IReadOnlyDictionary<string, object?> variables,
        IServiceProvider services,
        object? eventMessage,
        CancellationToken clientToken
    )
    {
        using var activity = GraphQLDiagnostics.StartEvent();
        activity.Describe(operation, _options.NameActivitiesByOperation);
        return await ExecuteAsync(request, operation, variables, services, eventMessage, activity, clientToken)
            .ConfigureAwait(false);
    }

    private async ValueTask<OperationResult> ExecuteAsync(
        OperationRequest request,
        CompiledOperation operation,
        IReadOnlyDictionary<string, object?> variables,
        IServiceProvider services,
        object? eventMessage,
        Activity? activity,
        CancellationToken clientToken,
        IncrementalOutput? output = null
    )
    {
        using var limit = TimeLimit(clientToken);
        var start = Stopwatch.GetTimestamp();
        var context = new OperationContext(
            request,
            operation,
            variables,
            services,
            _options.IncludeExceptionDetails,
            limit?.Token ?? clientToken
        )
        {
            EventMessage = eventMessage,
            Output = output,
            TracesFields = _options.TraceFields && activity is { IsAllDataRequested: true },
        };
        if (CostLimit.IsReportWanted(request.Extensions))
        {
            context.ResponseExtensions = CostLimit.Report(context.Cost, _options.MaxCost);
        }

        try
        {
            var result = await _pipeline(context).ConfigureAwait(false);
            return output?.Payload is { } payload ? OperationResult.Later(payload.Take(hasNext: false)) : result;
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            clientToken.ThrowIfCancellationRequested();
            return Fail(context, [TimeLimitReached()]);
        }
        catch (Exception exception)
        {
            // Thrown by a middleware: resolvers' errors are in the result.
            return Fail(context, context.Errors.ErrorsOf(exception));
        }
        finally
        {
            Finish(activity, context, Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>The context in which a subscription's source is opened, or in which somebody is asked about one of its events.</summary>
    public OperationContext SourceContext(
        OperationRequest request,
        CompiledOperation operation,
        IReadOnlyDictionary<string, object?> variables,
        IServiceProvider services,
        CancellationToken cancellationToken
    ) => new(request, operation, variables, services, _options.IncludeExceptionDetails, cancellationToken);

    private static ValueTask<OperationResult> RunAsync(OperationContext context) =>
        context.IsDeliveredInParts ? RunInPartsAsync(context) : RunAsync(context, divided: null);

    private static async ValueTask<OperationResult> RunInPartsAsync(OperationContext context)
    {
        var divided = new DividedWork();
        try
        {
            var first = await RunAsync(context, divided).ConfigureAwait(false);
            return first.Root is { } root
                ? await DeliverAsync(context, divided, first, root).ConfigureAwait(false)
                : first;
        }
        finally
        {
            await divided.Sequences.CloseAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask<OperationResult> RunAsync(OperationContext context, DividedWork? divided)
    {
        var buffer = new JsonBuffer();
        var slots = new ResultSlots();
        try
        {
            var run = new OperationRun(context, buffer, slots, divided);
            var root = await run.RunAsync(
                    context.EventMessage ?? context.Request.RootValue,
                    isSerial: context.Operation.Type == OperationType.Mutation
                )
                .ConfigureAwait(false);
            return new OperationResult(
                buffer,
                slots,
                root,
                context.Errors.Errors,
                context.ResponseExtensions?.AsReadOnly()
            );
        }
        catch
        {
            buffer.Dispose();
            slots.Dispose();
            throw;
        }
    }

    private static async ValueTask<OperationResult> DeliverAsync(
        OperationContext context,
        DividedWork divided,
        OperationResult first,
        ResultNode root
    )
    {
        using var delivery = new IncrementalDelivery(context, context.Output!, divided);
        try
        {
            // Middlewares are given what they can look at but not send: it is on its way.
            return await delivery.DeliverAsync(first, root).ConfigureAwait(false)
                ? OperationResult.Failure(context.Errors.Errors)
                : first;
        }
        catch (Exception exception)
        {
            await delivery.AbandonAsync(exception).ConfigureAwait(false);
            throw;
        }
    }

    private static OperationResult Fail(OperationContext context, IEnumerable<GraphQLError> errors)
    {
        var log = context.Output?.Payload is null ? context.Errors : context.NewErrors();
        foreach (var error in errors)
        {
            log.Report(error);
        }

        if (context.Output?.Payload is not { } payload)
        {
            return OperationResult.Failure(log.Errors);
        }

        payload.Fail(log.Errors);
        return OperationResult.Later(payload.Take(hasNext: false));
    }

    private GraphQLError TimeLimitReached() =>
        new($"The operation was stopped because it took longer than {_options.ExecutionTimeout.TotalSeconds:0.###} s.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "EXECUTION_TIMEOUT" },
        };

    private CancellationTokenSource? TimeLimit(CancellationToken clientToken)
    {
        if (_options.ExecutionTimeout <= TimeSpan.Zero)
        {
            return null;
        }

        var source = CancellationTokenSource.CreateLinkedTokenSource(clientToken);
        source.CancelAfter(_options.ExecutionTimeout);
        return source;
    }

    private void Finish(Activity? activity, OperationContext context, TimeSpan elapsed)
    {
        activity.Fail(context.Errors.Errors);
        GraphQLDiagnostics.RecordOperation(context.Operation, context.HasErrors, elapsed);
        if (_options.OnSlowOperation is { } onSlow && elapsed >= _options.SlowOperationThreshold)
        {
            onSlow(new SlowOperation(context.Operation, elapsed, _options.MaxCost > 0 ? context.Cost : null));
        }
    }
}
