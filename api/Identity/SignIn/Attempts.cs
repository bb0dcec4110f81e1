using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>
/// Counts guesses per account. One is taken before the password is looked at and given back when it was right, in single
/// statements: a thousand guesses at once get no more tries than one after the other. From the fifth wrong one on the
/// account is locked, longer each time, up to an hour; it is not locked for ever, or anybody could lock out anybody.
/// </summary>
internal sealed class Attempts(CooperatorDbContext db, SecurityLog log, TimeProvider clock)
{
    public const int BeforeLock = 5;

    private static readonly int[] LockMinutes = [1, 5, 15];
    private const int LongestLockMinutes = 60;

    /// <summary>Null when the guess may be made; until when the account is locked otherwise.</summary>
    public async Task<DateTimeOffset?> TakeAsync(Account account, ClientAddress client, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (first, second) = (LockedUntil(BeforeLock, now), LockedUntil(BeforeLock + 1, now));
        var (third, later) = (LockedUntil(BeforeLock + 2, now), LockedUntil(int.MaxValue, now));
        var taken = await db
            .Accounts.Where(a => a.Id == account.Id && (a.LockoutEnd == null || a.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1)
                        .SetProperty(
                            a => a.LockoutEnd,
                            a =>
                                a.AccessFailedCount + 1 < BeforeLock ? null
                                : a.AccessFailedCount + 1 == BeforeLock ? first
                                : a.AccessFailedCount + 1 == BeforeLock + 1 ? second
                                : a.AccessFailedCount + 1 == BeforeLock + 2 ? third
                                : later
                        ),
                ct
            );
        if (taken == 1)
        {
            return null;
        }

        log.Note(SecurityEvent.LockedOut, account.Id, client);
        await db.SaveChangesAsync(ct);
        return await db.Accounts.Where(a => a.Id == account.Id).Select(a => a.LockoutEnd).SingleAsync(ct) ?? now;
    }

    /// <summary>The guess was right, but the sign-in is not over yet: earlier wrong ones still count.</summary>
    public Task GiveBackAsync(Account account, CancellationToken ct) =>
        db
            .Accounts.Where(a => a.Id == account.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(
                            a => a.AccessFailedCount,
                            a => a.AccessFailedCount > 0 ? a.AccessFailedCount - 1 : 0
                        )
                        .SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null),
                ct
            );

    /// <summary>Somebody proved who they are.</summary>
    public Task ForgetAsync(Guid accountId, CancellationToken ct) =>
        db
            .Accounts.Where(a => a.Id == accountId && (a.AccessFailedCount > 0 || a.LockoutEnd != null))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null),
                ct
            );

    /// <summary>What that many wrong guesses in a row lead to.</summary>
    public static DateTimeOffset? LockedUntil(int wrong, DateTimeOffset now) =>
        wrong < BeforeLock
            ? null
            : now.AddMinutes(
                LockMinutes.ElementAtOrDefault(wrong - BeforeLock) is > 0 and var minutes ? minutes : LongestLockMinutes
            );
}
