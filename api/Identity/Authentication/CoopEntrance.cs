namespace Cooperator.Api.Identity;

/// <summary>Makes the signed-in person a member of the co-op a request names, or leaves them outside.</summary>
internal sealed class CoopEntrance(
    Memberships memberships,
    CurrentAccount account,
    CurrentMember member,
    TimeProvider clock
)
{
    public async ValueTask EnterAsync(string slug, CancellationToken ct)
    {
        var all = await memberships.OfAccountAsync(account.RequiredId, ct);
        var membership = all.FirstOrDefault(m => string.Equals(m.Slug, slug, StringComparison.Ordinal));
        if (
            membership is not null
            && (account.OnlyCoopId is null || account.OnlyCoopId == membership.CoopId)
            && membership.RolesAt(clock.GetUtcNow()) is { Count: > 0 } roles
        )
        {
            member.Enter(membership, roles);
        }
        else
        {
            member.NotFound();
        }
    }
}
