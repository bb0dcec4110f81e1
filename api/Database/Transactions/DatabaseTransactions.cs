using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cooperator.Api.Database.Transactions;

/// <summary>The only two ways to work with the database: one snapshot to read, one transaction to write.</summary>
public sealed class DatabaseTransactions
{
    private const int Attempts = 12;

    // Most meet nobody a second time. Who met somebody so often stands in a place where many are: see RetryLines.
    private const int AttemptsInTheCrowd = 3;

    private readonly CooperatorDbContext _db;
    private readonly ConstraintRefusals _refusals;
    private readonly RetryLines _lines;
    private readonly TimeProvider _clock;

    internal DatabaseTransactions(
        CooperatorDbContext db,
        ConstraintRefusals refusals,
        RetryLines lines,
        TimeProvider clock
    ) => (_db, _refusals, _lines, _clock) = (db, refusals, lines, clock);

    /// <summary>Everything <paramref name="work"/> reads is of one moment; nothing can be written.</summary>
    public async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        if (_db.Database.CurrentTransaction is not null)
        {
            return await work(ct);
        }

        _db.ReadOnly = true;
        try
        {
            await using var transaction = await _db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            var result = await work(ct);
            await transaction.CommitAsync(ct);
            return result;
        }
        finally
        {
            _db.ReadOnly = false;
        }
    }

    /// <summary>
    /// Reads without a transaction, for <paramref name="work"/> that asks one statement at the most: that is a snapshot by
    /// itself. Tells how many statements there were; the result of more than one is of no use.
    /// </summary>
    public async Task<(T Result, int Statements)> ReadAtOnceAsync<T>(
        Func<CancellationToken, Task<T>> work,
        CancellationToken ct
    )
    {
        var before = _db.Statements;
        _db.ReadOnly = true;
        try
        {
            return (await work(ct), _db.Statements - before);
        }
        finally
        {
            _db.ReadOnly = false;
        }
    }

    /// <summary>How many statements the scope has sent so far.</summary>
    public int Statements => _db.Statements;

    /// <summary>
    /// All of <paramref name="work"/> and its events, or nothing. When another transaction got in between, the work is
    /// run again on what that one left behind, so it must not do anything that can not be done twice.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        if (_db.ReadOnly)
        {
            throw new InvalidOperationException("Something tried to write while only reading.");
        }

        if (_db.Database.CurrentTransaction is not null)
        {
            return await WorkAndSaveAsync(work, ct);
        }

        // Only what is written is tracked: see the options of the context.
        _db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        try
        {
            return await TryAsync(work, ct);
        }
        finally
        {
            // What comes next looks at the rows anew, not at what this transaction remembers of them.
            _db.ChangeTracker.Clear();
            _db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        }
    }

    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        IDisposable? turn = null;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await using var transaction = await _db.Database.BeginTransactionAsync(
                        IsolationLevel.RepeatableRead,
                        ct
                    );
                    var result = await WorkAndSaveAsync(work, ct);
                    await transaction.CommitAsync(ct);
                    return result;
                }
                catch (Exception failure)
                {
                    _db.ChangeTracker.Clear();
                    if (attempt == Attempts || !CanRunAgain(failure, attempt))
                    {
                        if (_refusals.For(Violation(failure)) is { } refusal)
                        {
                            throw refusal;
                        }

                        throw;
                    }
                }

                if (attempt >= AttemptsInTheCrowd)
                {
                    turn ??= await _lines.WaitAsync(_db.Coop.Id, ct);
                }

                await Task.Delay(
                    TimeSpan.FromMilliseconds(Random.Shared.Next(2, 15) * Math.Min(attempt, AttemptsInTheCrowd)),
                    _clock,
                    ct
                );
            }
        }
        finally
        {
            turn?.Dispose();
        }
    }

    public Task WriteAsync(Func<CancellationToken, Task> work, CancellationToken ct) =>
        WriteAsync(
            async token =>
            {
                await work(token);
                return true;
            },
            ct
        );

    private async Task<T> WorkAndSaveAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        var result = await work(ct);
        await _db.SaveChangesAsync(ct);
        return result;
    }

    // A constraint that a rule stands for means the guard looked before the other one committed: it may look again. One that
    // has no refusal to give is only ever a meeting of two, and may happen more than once.
    private bool CanRunAgain(Exception failure, int attempt) =>
        failure is DbUpdateConcurrencyException
        || (_refusals.Knows(Violation(failure)) && (attempt == 1 || _refusals.For(Violation(failure)) is null))
        || Violation(failure)?.SqlState
            is PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.DeadlockDetected;

    private static PostgresException? Violation(Exception failure) =>
        failure as PostgresException ?? (failure.InnerException is { } inner ? Violation(inner) : null);
}
