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

    /// <exception cref="OperationCanceledException"><paramref name="clientToken"/> was cancelled.</exception>
    public async ValueTask<OperationResult> ExecuteAsync(
        OperationRequest request,
        CompiledOperation operation,
        IReadOnlyDictionary<string, object?> variables,
        IServiceProvider services,
        object? eventMessage,
        CancellationToken clientToken
    )
    {
        using var activity = StartActivity(operation);
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
        };
        if (CostLimit.IsReportWanted(request.Extensions))
        {
            context.ResponseExtensions = CostLimit.Report(context.Cost, _options.MaxCost);
        }

        try
        {
            return await _pipeline(context).ConfigureAwait(false);
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

    /// <summary>The context in which a subscription's source is opened.</summary>
    public OperationContext SourceContext(
        OperationRequest request,
        CompiledOperation operation,
        IReadOnlyDictionary<string, object?> variables,
        CancellationToken cancellationToken
    ) => new(request, operation, variables, request.Services, _options.IncludeExceptionDetails, cancellationToken);

    private static async ValueTask<OperationResult> RunAsync(OperationContext context)
    {
        var buffer = new JsonBuffer();
        var slots = new ResultSlots();
        try
        {
            var run = new OperationRun(context, buffer, slots);
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

    private static OperationResult Fail(OperationContext context, IEnumerable<GraphQLError> errors)
    {
        foreach (var error in errors)
        {
            context.Errors.Report(error);
        }

        return OperationResult.Failure(context.Errors.Errors);
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

    private static Activity? StartActivity(CompiledOperation operation)
    {
        var activity = GraphQLDiagnostics.Activities.StartActivity(operation.DisplayName, ActivityKind.Internal);
        activity?.SetTag("graphql.operation.type", operation.KindName);
        activity?.SetTag("graphql.operation.name", operation.Name);
        return activity;
    }

    private void Finish(Activity? activity, OperationContext context, TimeSpan elapsed)
    {
        if (context.Errors.Errors.Count > 0)
        {
            activity?.SetStatus(ActivityStatusCode.Error, context.Errors.Errors[0].Message);
        }

        GraphQLDiagnostics.RecordOperation(context.Operation, context.Errors.Errors.Count > 0, elapsed);
        if (_options.OnSlowOperation is { } onSlow && elapsed >= _options.SlowOperationThreshold)
        {
            onSlow(new SlowOperation(context.Operation, elapsed));
        }
    }
}
