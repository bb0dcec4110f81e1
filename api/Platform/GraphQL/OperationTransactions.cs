using System.Runtime.CompilerServices;
using Cooperator.Api.Database.Transactions;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.Api.Platform.GraphQL;

/// <summary>One snapshot for everything a query reads; one transaction for each mutation, run again when it must be.</summary>
internal static class OperationTransactions
{
    private static readonly ConditionalWeakTable<CompiledOperation, ReadingHabit> Habits = [];

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
        var habit = Habits.GetOrCreateValue(context.Operation);
        // What was sent can not be thrown away.
        if (habit.AsksOnce && !context.IsDeliveredInParts)
        {
            var (result, statements) = await transactions.ReadAtOnceAsync(
                _ => next(context).AsTask(),
                context.CancellationToken
            );
            habit.Note(statements);
            if (statements <= 1)
            {
                return result;
            }

            await result.DisposeAsync();
            context.StartOver();
        }

        var before = transactions.Statements;
        var answer = await transactions.ReadAsync(_ => next(context).AsTask(), context.CancellationToken);
        habit.Note(transactions.Statements - before);
        return answer;
    }

    public static async ValueTask<object?> WriteAllOrNothingAsync(ResolverContext context, FieldResolver next)
    {
        var transactions = context.Services.GetRequiredService<DatabaseTransactions>();
        return await transactions.WriteAsync(_ => next(context).AsTask(), context.CancellationToken);
    }

    /// <summary>
    /// Whether an operation is answered by one statement, as far as has been seen. One statement is a snapshot by itself and
    /// needs no transaction around it, which saves a round trip; when an operation that was read so asks for a second one
    /// after all, what it has read is thrown away, and never again is it read so.
    /// </summary>
    private sealed class ReadingHabit
    {
        private volatile int _most = -1;

        public bool AsksOnce => _most is 0 or 1;

        public void Note(int statements)
        {
            if (statements > _most)
            {
                _most = statements;
            }
        }
    }
}
