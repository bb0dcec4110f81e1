using System.Diagnostics;
using Cooperator.GraphQL.Diagnostics;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>Calls a field's resolver, once everything it needs and everyone who may forbid it was asked.</summary>
internal static class FieldInvocation
{
    public static ValueTask<object?> InvokeAsync(ResolverContext context) =>
        context.Operation.TracesFields ? InvokeTracedAsync(context) : InvokeUntracedAsync(context);

    /// <summary>Asks every rule of the field; the first that refuses decides.</summary>
    /// <exception cref="GraphQLException">The field is refused.</exception>
    public static ValueTask AuthorizeAsync(ResolverContext context) =>
        AuthorizeAsync(context, context.Field.Authorization);

    /// <summary>Asks the given rules in the field's name.</summary>
    /// <exception cref="GraphQLException">The field is refused.</exception>
    public static async ValueTask AuthorizeAsync(ResolverContext context, IReadOnlyList<AuthorizeRule> rules)
    {
        foreach (var rule in rules)
        {
            var outcome = await context.Operation.AuthorizeAsync(rule.Policy).ConfigureAwait(false);
            if (outcome != AuthorizationOutcome.Allowed)
            {
                throw FieldErrors.Refused(outcome);
            }
        }
    }

    private static ValueTask<object?> InvokeUntracedAsync(ResolverContext context) =>
        context.Selection.IsUnguarded ? context.Field.Resolver(context) : InvokeGuardedAsync(context);

    private static async ValueTask<object?> InvokeTracedAsync(ResolverContext context)
    {
        using var activity = GraphQLDiagnostics.StartField(context);
        try
        {
            return await InvokeUntracedAsync(context).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }
    }

    private static async ValueTask<object?> InvokeGuardedAsync(ResolverContext context)
    {
        await AuthorizeAsync(context).ConfigureAwait(false);
        return await context.Field.Resolver(context).ConfigureAwait(false);
    }
}
