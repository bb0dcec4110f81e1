using Cooperator.Api.Database;
using Cooperator.GraphQL.DataLoaders;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>The open invitation of each member.</summary>
public sealed class OpenInvitationDataLoader(CooperatorDbContext db, TimeProvider clock)
    : BatchDataLoader<Guid, Invitation>
{
    protected override async Task<IReadOnlyDictionary<Guid, Invitation>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        return await db
            .Invitations.AsNoTracking()
            .Where(i => keys.Contains(i.MemberId))
            .Where(i => i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now)
            .ToDictionaryAsync(i => i.MemberId, ct);
    }
}
