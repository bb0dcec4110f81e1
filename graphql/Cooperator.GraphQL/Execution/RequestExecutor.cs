using System.Diagnostics;
using Cooperator.GraphQL.Costs;
using Cooperator.GraphQL.Diagnostics;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Subscriptions;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>Executes requests on one schema, see section 6 of the specification: parse, validate, compile, coerce variables, execute. Safe to share between threads.</summary>
public sealed class RequestExecutor
{
    private readonly GraphQLOptions _options;
    private readonly DocumentSources _sources;
    private readonly DocumentPreparation _documents;
    private readonly OperationExecutor _operations;

    /// <summary>Puts the pipeline together.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="options">Limits and switches.</param>
    /// <param name="validate">Finds what is wrong with a document.</param>
    /// <param name="middleware">Steps around each operation, the outermost first.</param>
    public RequestExecutor(
        Schema schema,
        GraphQLOptions options,
        DocumentValidation validate,
        IEnumerable<OperationMiddleware> middleware
    )
    {
        Schema = schema;
        _options = options;
        _sources = new DocumentSources(options);
        _documents = new DocumentPreparation(schema, options, validate);
        _operations = new OperationExecutor(options, middleware);
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>Executes one request. Errors are in the result, whatever resolvers do.</summary>
    /// <returns>
    /// An <see cref="OperationResult"/>; a <see cref="SubscriptionResult"/> when a subscription was opened; an <see cref="IncrementalResult"/> when
    /// parts of the response come later and the request accepts that.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<ExecutionResult> ExecuteAsync(
        OperationRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var activity = GraphQLDiagnostics.StartRequest();
        var goesOn = false;
        try
        {
            CompiledOperation operation;
            IReadOnlyDictionary<string, object?> variables;
            try
            {
                operation = Compile(request);
                activity.Describe(operation, _options.NameActivitiesByOperation);
                variables = VariableCoercion.Coerce(
                    Schema,
                    operation.Definition.VariableDefinitions,
                    request.Variables,
                    request.Files
                );
                CostLimit.Demand(operation, variables, _options.MaxCost);
                operation = Divide(request, operation, variables);
            }
            catch (GraphQLException refusal)
            {
                activity.Refuse(refusal.Errors);
                return OperationResult.RequestError(refusal.Errors);
            }

            if (operation.Type == OperationType.Subscription)
            {
                return await SubscribeAsync(request, operation, variables, activity, cancellationToken)
                    .ConfigureAwait(false);
            }

            // The activity of an operation in parts lasts until the last of them.
            goesOn = operation.IsDivided;
            return operation.IsDivided
                ? await _operations
                    .ExecuteInPartsAsync(request, operation, variables, activity, cancellationToken)
                    .ConfigureAwait(false)
                : await _operations
                    .ExecuteAsync(request, operation, variables, activity, cancellationToken)
                    .ConfigureAwait(false);
        }
        finally
        {
            if (!goesOn)
            {
                activity?.Dispose();
            }
        }
    }

    private async ValueTask<ExecutionResult> SubscribeAsync(
        OperationRequest request,
        CompiledOperation operation,
        IReadOnlyDictionary<string, object?> variables,
        Activity? activity,
        CancellationToken cancellationToken
    )
    {
        if (request.Subscribing is { } subscribing)
        {
            request = request.For(await subscribing(cancellationToken).ConfigureAwait(false));
        }

        var result = await SubscriptionStart
            .StartAsync(_operations, request, operation, variables, cancellationToken)
            .ConfigureAwait(false);
        if (result is OperationResult { Errors: { Count: > 0 } errors })
        {
            activity.Refuse(errors);
        }

        return result;
    }

    private static CompiledOperation Divide(
        OperationRequest request,
        CompiledOperation operation,
        IReadOnlyDictionary<string, object?> variables
    )
    {
        if (operation.Type == OperationType.Subscription)
        {
            // Refuses what would be divided; events are answered whole.
            operation.InParts(variables);
            return operation;
        }

        return request.AcceptsParts ? operation.InParts(variables) : operation;
    }

    private CompiledOperation Compile(OperationRequest request)
    {
        var document = _documents.Prepare(_sources.Find(request, out var hash));
        if (hash is not null)
        {
            _sources.Remember(hash, document.Document.Location.Source!.Utf8);
        }

        var definition = document.FindOperation(request.OperationName);
        if (request.NoMutations && definition.Operation == OperationType.Mutation)
        {
            throw Coded("A mutation may not be sent this way.", "METHOD_NOT_ALLOWED");
        }

        return document.Compile(definition);
    }

    private static GraphQLException Coded(string message, string code) =>
        new(
            new GraphQLError(message)
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code },
            }
        );
}
