using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>Counts what is sent to the database on behalf of the test that asks, and of nobody else.</summary>
internal sealed class StatementCounter : DbCommandInterceptor
{
    private static readonly AsyncLocal<List<string>?> Current = new();

    public static async Task<List<string>> CountAsync(Func<Task> work)
    {
        var statements = new List<string>();
        Current.Value = statements;
        await work();
        Current.Value = null;
        return statements;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (Current.Value is { } statements)
        {
            lock (statements)
            {
                statements.Add(command.CommandText);
            }
        }

        return ValueTask.FromResult(result);
    }
}
