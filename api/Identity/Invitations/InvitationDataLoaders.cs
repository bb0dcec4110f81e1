using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.GraphQL.DataLoaders;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

public sealed class InvitedMemberDataLoader(CooperatorDbContext db) : BatchDataLoader<Guid, Member>
{
    protected override async Task<IReadOnlyDictionary<Guid, Member>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken ct
    ) => await db.Members.AsNoTracking().Where(m => keys.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
}

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
