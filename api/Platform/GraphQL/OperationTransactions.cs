using Cooperator.Api.Database.Transactions;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.Api.Platform.GraphQL;

/// <summary>One snapshot for everything a query reads; one transaction for each mutation, run again when it must be.</summary>
internal static class OperationTransactions
{
    public static async ValueTask<OperationResult> ReadOneSnapshotAsync(
        OperationContext context,
        OperationDelegate next
    )
    {
        // A mutation writes first; what it then reads of its result comes after its commit.
        if (context.Operation.Type == OperationType.Mutation)
        {
            return await next(context);
        }

        var transactions = context.Services.GetRequiredService<DatabaseTransactions>();
        return await transactions.ReadAsync(_ => next(context).AsTask(), context.CancellationToken);
    }

    public static async ValueTask<object?> WriteAllOrNothingAsync(ResolverContext context, FieldResolver next)
    {
        var transactions = context.Services.GetRequiredService<DatabaseTransactions>();
        return await transactions.WriteAsync(_ => next(context).AsTask(), context.CancellationToken);
    }
}
