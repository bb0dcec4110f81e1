using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.GraphQL.Execution;

/// <summary>Opens the event stream of a subscription, see section 6.2.3.1 of the specification ("Source Stream").</summary>
internal static class SubscriptionStart
{
    public static async ValueTask<ExecutionResult> StartAsync(
        OperationExecutor executor,
        OperationRequest request,
        CompiledOperation operation,
        IReadOnlyDictionary<string, object?> variables,
        CancellationToken cancellationToken
    )
    {
        var context = executor.SourceContext(request, operation, variables, request.Services, cancellationToken);
        var field = FindRootField(operation, context.Flags);
        if (field is null)
        {
            return OperationResult.RequestError(new GraphQLError("The subscription selects no field."));
        }

        try
        {
            var opening = OpenAsync(context, field).AsTask();
            await context.Scheduler.RunUntilAsync(opening).ConfigureAwait(false);
            var source = await opening.ConfigureAwait(false);
            try
            {
                return new SubscriptionResult(executor, request, operation, variables, source);
            }
            catch
            {
                // The operation proves too large only when it is looked at for every type.
                await source.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            context.Errors.Report(field, context.Flags, new ResponsePath(null, field.ResponseName), exception);
            return OperationResult.RequestError(context.Errors.Errors);
        }
    }

    /// <summary>Asks the rules of the field that is subscribed to.</summary>
    /// <exception cref="GraphQLException">It is refused.</exception>
    public static async ValueTask AuthorizeAsync(OperationContext context)
    {
        if (FindRootField(context.Operation, context.Flags) is { IsUnguarded: false } field)
        {
            await FieldInvocation.AuthorizeAsync(Resolving(context, field)).ConfigureAwait(false);
        }
    }

    private static async ValueTask<ISourceStream> OpenAsync(OperationContext context, Selection field)
    {
        var resolver = Resolving(context, field);
        await FieldInvocation.AuthorizeAsync(resolver).ConfigureAwait(false);
        var subscribe =
            field.Field.Subscribe
            ?? throw new GraphQLException($"The field \"{field.Field}\" has no events to subscribe to.");
        return await subscribe(resolver).ConfigureAwait(false);
    }

    private static ResolverContext Resolving(OperationContext context, Selection field) =>
        new(context, field, context.Request.RootValue, context.ArgumentsOf(field), node: null, slot: 0);

    private static Selection? FindRootField(CompiledOperation operation, ulong flags)
    {
        foreach (var selection in operation.Root.Selections)
        {
            if (selection.IsIncluded(flags))
            {
                return selection;
            }
        }

        return null;
    }
}
