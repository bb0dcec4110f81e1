namespace Cooperator.Api.Identity;

/// <summary>The co-ops in which the person holds a role today, as far as the token reaches.</summary>
public sealed class MyMemberships
{
    private readonly Memberships _memberships;
    private readonly TimeProvider _clock;

    internal MyMemberships(Memberships memberships, TimeProvider clock) =>
        (_memberships, _clock) = (memberships, clock);

    public async Task<IReadOnlyList<MyMembership>> TodayAsync(CurrentAccount current, CancellationToken ct)
    {
        var now = _clock.GetUtcNow();
        return
        [
            .. from membership in await _memberships.OfAccountAsync(current.RequiredId, ct)
            where current.OnlyCoopId is null || membership.CoopId == current.OnlyCoopId
            let roles = membership.RolesAt(now)
            where roles.Count > 0
            select new MyMembership(new CoopSummary(membership.Slug, membership.CoopName), membership.MemberId, roles),
        ];
    }
}
