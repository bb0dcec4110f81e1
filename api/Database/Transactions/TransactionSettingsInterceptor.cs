using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cooperator.Api.Database.Transactions;

/// <summary>
/// Tells PostgreSQL the co-op and the account with the first command of each transaction, and again when they change.
/// Outside a transaction every command carries them, since they last no longer than the command.
/// </summary>
internal sealed class TransactionSettingsInterceptor : DbCommandInterceptor, IDbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is not CooperatorDbContext db)
        {
            return result;
        }

        db.Statements++;
        if (NewSettings(db) is not { } settings)
        {
            return result;
        }

        // The provider counts the statements of a save, so nothing may be put before them.
        if (eventData.CommandSource == CommandSource.SaveChanges)
        {
            await settings.SendAsync(command.Connection!, command.Transaction, cancellationToken);
        }
        else
        {
            settings.PrependTo(command);
        }

        Remember(db, settings);
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        // Told by the command itself: whoever gives up while it runs leaves nothing behind for the next command.
        if (eventData.Context is CooperatorDbContext db && TransactionSettings.AreIn(command))
        {
            try
            {
                await result.NextResultAsync(cancellationToken);
            }
            catch
            {
                // A statement fails here when it stood behind the settings. Nobody else knows of the reader, and with it
                // open the connection could not even roll back.
                db.AppliedSettings = null;
                await result.DisposeAsync();
                throw;
            }
        }

        return result;
    }

    public override Task CommandFailedAsync(
        DbCommand command,
        CommandErrorEventData eventData,
        CancellationToken cancellationToken = default
    ) => ForgetAsync(eventData.Context);

    public override Task CommandCanceledAsync(
        DbCommand command,
        CommandEndEventData eventData,
        CancellationToken cancellationToken = default
    ) => ForgetAsync(eventData.Context);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is CooperatorDbContext db && NewSettings(db) is { } settings)
        {
            settings.PrependTo(command);
            Remember(db, settings);
        }

        return ValueTask.FromResult(result);
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is CooperatorDbContext db && NewSettings(db) is { } settings)
        {
            if (command.Transaction is null)
            {
                throw new InvalidOperationException("Ask for a single value inside a transaction.");
            }

            await settings.SendAsync(command.Connection!, command.Transaction, cancellationToken);
            Remember(db, settings);
        }

        return result;
    }

    // A query that blocks would go out without the settings and find nothing: better to say so.
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => throw new NotSupportedException("Ask the database with the Async methods.");

    public DbTransaction TransactionStarted(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result
    ) => Forget(eventData.Context, result);

    public ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Forget(eventData.Context, result));

    private static DbTransaction Forget(DbContext? context, DbTransaction transaction)
    {
        if (context is CooperatorDbContext db)
        {
            db.AppliedSettings = null;
        }

        return transaction;
    }

    // Nobody knows whether the server has heard what the command said.
    private static Task ForgetAsync(DbContext? context)
    {
        if (context is CooperatorDbContext db)
        {
            db.AppliedSettings = null;
        }

        return Task.CompletedTask;
    }

    private static TransactionSettings? NewSettings(CooperatorDbContext db)
    {
        var wanted = new TransactionSettings(db.Coop.Id, db.Actor.AccountId, db.ReadOnly);
        if (db.Database.CurrentTransaction is null)
        {
            return wanted.SaysNothing ? null : wanted;
        }

        return wanted == (db.AppliedSettings ?? Nothing) ? null : wanted;
    }

    private static void Remember(CooperatorDbContext db, TransactionSettings settings) => db.AppliedSettings = settings;

    private static readonly TransactionSettings Nothing = new(null, null, false);
}
