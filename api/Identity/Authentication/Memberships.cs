using Cooperator.Api.Database;
using Cooperator.Api.Database.Conventions;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>
/// Memberships by account, remembered for a few seconds: each event about members empties it on every node, and the
/// days are compared when it is used, so a role ends at midnight and not when the memory does.
/// </summary>
internal sealed class MembershipCache(TimeProvider clock)
{
    private readonly ShortMemory<Guid, IReadOnlyList<Membership>> _memberships = new(clock, TimeSpan.FromSeconds(5));

    public async ValueTask<IReadOnlyList<Membership>> GetAsync(
        Guid accountId,
        Func<Guid, CancellationToken, Task<IReadOnlyList<Membership>?>> ask,
        CancellationToken ct
    ) => await _memberships.GetAsync(accountId, ask, ct) ?? [];

    public void Forget(Guid accountId) => _memberships.Forget(accountId);

    public void ForgetAll() => _memberships.ForgetAll();
}

/// <summary>The co-ops of a person. The database shows an account its own rows in every co-op.</summary>
internal sealed class Memberships(CooperatorDbContext db, CurrentCoop coop, CurrentActor actor, MembershipCache cache)
{
    public ValueTask<IReadOnlyList<Membership>> OfAccountAsync(Guid accountId, CancellationToken ct) =>
        cache.GetAsync(accountId, ReadAsync, ct);

    private async Task<IReadOnlyList<Membership>?> ReadAsync(Guid accountId, CancellationToken ct)
    {
        // Only who is outside of all co-ops is shown rows of several; see the policy of the members' table.
        var actingFor = actor.AccountId;
        var inside = (coop.Id, coop.Slug, coop.TimeZone);
        actor.AccountId = accountId;
        coop.Leave();
        try
        {
            return await QueryAsync(accountId, ct);
        }
        finally
        {
            actor.AccountId = actingFor;
            if (inside is { Id: { } id, Slug: { } slug })
            {
                coop.Enter(id, slug, inside.TimeZone.Id);
            }
        }
    }

    private async Task<IReadOnlyList<Membership>?> QueryAsync(Guid accountId, CancellationToken ct)
    {
        var found = await (
            from member in db.Members.IgnoreQueryFilters([Tenancy.FilterName])
            where member.AccountId == accountId
            join coop in db.Coops on member.CoopId equals coop.Id
            orderby coop.Name
            select new Membership(
                coop.Id,
                coop.Slug,
                coop.Name,
                coop.TimeZone,
                member.Id,
                member.Periods.Select(p => new MembershipDates(p.JoinedOn, p.LeftOn)).ToList(),
                member.RoleAssignments.Select(r => new RoleDates(r.Role, r.From, r.Until)).ToList()
            )
        )
            .AsNoTracking()
            .AsSingleQuery()
            .ToListAsync(ct);
        return found.Count == 0 ? null : found;
    }
}
