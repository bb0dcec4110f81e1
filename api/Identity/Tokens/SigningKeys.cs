using System.Security.Cryptography;
using Cooperator.Api.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

internal sealed record LoadedSigningKey(string Id, byte[] Key, DateTimeOffset RetiresAt);

/// <summary>
/// The keys of the access tokens, read from the database and made there when there is none: the current one signs,
/// retired ones verify until their last token has expired. Deleting all rows invalidates every access token.
/// </summary>
internal sealed class SigningKeys(
    IServiceScopeFactory scopes,
    IDataProtectionProvider protection,
    TokenSettings settings,
    TimeProvider clock
) : IDisposable
{
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromMinutes(1);

    private readonly IDataProtector _protector = protection.CreateProtector("Cooperator.SigningKey");
    private readonly SemaphoreSlim _reading = new(1, 1);
    private IReadOnlyList<LoadedSigningKey> _keys = [];
    private DateTimeOffset _readAt;

    public async ValueTask<LoadedSigningKey> CurrentAsync(CancellationToken ct)
    {
        await ReadWhenAsync(() => Current() is null, ct);
        return Current() ?? await CreateAsync(ct);
    }

    public async ValueTask<LoadedSigningKey?> FindAsync(string id, CancellationToken ct)
    {
        // A token of another node may be signed with a key made a moment ago; one that is unknown after that is forged.
        await ReadWhenAsync(() => Find(id) is null && clock.GetUtcNow() - _readAt > TimeSpan.FromSeconds(5), ct);
        return Find(id);
    }

    public void Dispose() => _reading.Dispose();

    private LoadedSigningKey? Current() => _keys.FirstOrDefault(key => key.RetiresAt > clock.GetUtcNow());

    private LoadedSigningKey? Find(string id) => _keys.FirstOrDefault(key => key.Id == id);

    private async ValueTask ReadWhenAsync(Func<bool> needed, CancellationToken ct)
    {
        if (!needed() && clock.GetUtcNow() - _readAt < ReadAgainAfter)
        {
            return;
        }

        await _reading.WaitAsync(ct);
        try
        {
            if (needed() || clock.GetUtcNow() - _readAt >= ReadAgainAfter)
            {
                await using var scope = scopes.CreateAsyncScope();
                _keys = await ReadAsync(scope.ServiceProvider.GetRequiredService<CooperatorDbContext>(), ct);
                _readAt = clock.GetUtcNow();
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<LoadedSigningKey> CreateAsync(CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            if (Current() is { } made)
            {
                return made;
            }

            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CooperatorDbContext>();
            var now = clock.GetUtcNow();
            var key = _protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)));
            db.SigningKeys.Add(new SigningKey(key, now, now.AddDays(settings.SigningKeyDays)));
            await db.SaveChangesAsync(ct);
            var useless = now - settings.AccessTokenLifetime - ReadAgainAfter;
            await db.SigningKeys.Where(k => k.RetiresAt < useless).ExecuteDeleteAsync(ct);
            _keys = await ReadAsync(db, ct);
            _readAt = now;
            return Current()!;
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<IReadOnlyList<LoadedSigningKey>> ReadAsync(CooperatorDbContext db, CancellationToken ct)
    {
        var rows = await db.SigningKeys.AsNoTracking().OrderByDescending(k => k.CreatedAt).ToListAsync(ct);
        return
        [
            .. rows.Select(row => new LoadedSigningKey(
                row.Id.ToString("N"),
                Convert.FromBase64String(_protector.Unprotect(row.ProtectedKey)),
                row.RetiresAt
            )),
        ];
    }
}
