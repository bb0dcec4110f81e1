using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>Counts what is sent to the database on behalf of the test that asks, and of nobody else.</summary>
internal sealed class StatementCounter : DbCommandInterceptor
{
    private const string WhoAsks = "WHERE m.account_id = @accountId";
    private static readonly AsyncLocal<List<string>?> Current = new();

    public static async Task<List<string>> CountAsync(Func<Task> work)
    {
        var statements = new List<string>();
        Current.Value = statements;
        await work();
        Current.Value = null;
        return statements;
    }

    /// <summary>
    /// The least of several times. While the relay still tells of members who were added, what is remembered of who asks is
    /// forgotten now and then and looked up anew, and that is no part of the question.
    /// </summary>
    public static async Task<List<string>> LeastAsync(Func<Task> work)
    {
        await work();
        var counted = new List<List<string>>();
        for (var i = 0; i < 5; i++)
        {
            var statements = await CountAsync(work);
            counted.Add([.. statements.Where(s => !s.Contains(WhoAsks, StringComparison.Ordinal))]);
        }

        return counted.MinBy(statements => statements.Count)!;
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
