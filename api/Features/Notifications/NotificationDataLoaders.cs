using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.GraphQL.DataLoaders;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

public sealed class NotificationsById(CooperatorDbContext db) : BatchDataLoader<Guid, Notification>
{
    protected override async Task<IReadOnlyDictionary<Guid, Notification>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await db.Notifications.Where(n => keys.Contains(n.Id)).ToDictionaryAsync(n => n.Id, cancellationToken);
}

/// <summary>What co-ops are called; of use for one of them, as all others are out of sight.</summary>
public sealed class CoopNames(CooperatorDbContext db) : BatchDataLoader<Guid, string>
{
    protected override async Task<IReadOnlyDictionary<Guid, string>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await db.Coops.Where(c => keys.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
}
