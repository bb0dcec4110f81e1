using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>Sends what is in the <see cref="LetterBox"/>, one after another; each letter by one node only.</summary>
internal sealed partial class LetterCarrier(
    IServiceScopeFactory scopes,
    IMailSender sender,
    MailSettings settings,
    LetterSeal seal,
    LetterSignal signal,
    TimeProvider clock,
    ILogger<LetterCarrier> logger
) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    /// <summary>A letter is signalled inside its transaction, which needs a moment to commit.</summary>
    private static readonly TimeSpan CommitTime = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendNextAsync(stoppingToken)) { }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, most likely; it will be back, and nothing may end the carrying of letters.
                CannotLook(logger, failure.Message);
            }

            await signal.WaitAsync(Round, stoppingToken);
            await Task.Delay(CommitTime, stoppingToken);
        }
    }

    // Outside of any transaction: an open one holds up what waits for all older ones to end, which is every notification.
    private async Task<bool> SendNextAsync(CancellationToken ct)
    {
        if (await WriteAsync(ClaimAsync, ct) is not { } letter)
        {
            return false;
        }

        var end = await TrySendAsync(letter, ct);
        await WriteAsync((db, token) => RecordAsync(db, letter.Id, end, token), CancellationToken.None);
        return true;
    }

    private async Task<OutgoingLetter?> ClaimAsync(CooperatorDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db
            .OutgoingLetters.FromSql(
                $"SELECT *, xmin FROM outgoing_letters WHERE next_try_at <= {now} ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED"
            )
            .AsTracking()
            .ToListAsync(ct);
        if (due is not [var letter])
        {
            return null;
        }

        letter.Claim(now + Lease);
        return letter;
    }

    private async Task<End> TrySendAsync(OutgoingLetter letter, CancellationToken ct)
    {
        try
        {
            await sender.SendAsync(seal.Open(letter.SealedContent), ct);
            return End.Sent;
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            return End.Untried;
        }
        catch (Exception failure)
        {
            // Whatever a mail server, a network or a full disk may say: the letter is tried again later.
            NotSent(logger, letter.Id, letter.Attempts + 1, failure.Message);
            return End.Failed;
        }
    }

    private async Task<bool> RecordAsync(CooperatorDbContext db, Guid id, End end, CancellationToken ct)
    {
        // It is gone when this took so long that another node sent it meanwhile.
        if (await db.OutgoingLetters.AsTracking().SingleOrDefaultAsync(l => l.Id == id, ct) is not { } letter)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        if (end is End.Untried)
        {
            letter.Release(now);
        }
        else if (end is End.Sent || letter.IsHopelessAt(now))
        {
            db.OutgoingLetters.Remove(letter);
        }
        else
        {
            letter.Postpone(now);
        }

        return true;
    }

    private async Task<T> WriteAsync<T>(
        Func<CooperatorDbContext, CancellationToken, Task<T>> work,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CooperatorDbContext>();
        var transactions = scope.ServiceProvider.GetRequiredService<DatabaseTransactions>();
        return await transactions.WriteAsync(token => work(db, token), ct);
    }

    // Longer than the mail server may take, so that nobody else sends it meanwhile.
    private TimeSpan Lease => TimeSpan.FromSeconds(settings.TimeoutSeconds + 60);

    private enum End
    {
        Sent,
        Failed,

        /// <summary>The process is ending.</summary>
        Untried,
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Letter {Letter} could not be sent (attempt {Attempt}): {Reason}"
    )]
    private static partial void NotSent(ILogger logger, Guid letter, int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letters wait, the database can not be asked: {Reason}")]
    private static partial void CannotLook(ILogger logger, string reason);
}
