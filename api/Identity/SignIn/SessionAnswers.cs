using Cooperator.Api.Features.Members;
using Cooperator.GraphQL;

namespace Cooperator.Api.Identity;

public sealed record SessionAnswer(
    bool SignedIn,
    SessionAccount Account,
    IReadOnlyList<SessionCoop> Coops,
    DateTimeOffset ExpiresAt
);

public sealed record SessionAccount(Guid Id, string Email, string Name, Language Language, bool Superuser);

/// <summary>A co-op of the person; the member's id is written as in GraphQL.</summary>
public sealed record SessionCoop(string Slug, string Name, IReadOnlyList<Role> Roles, string MemberId);

/// <summary>What a browser is told about who it is signed in as.</summary>
internal sealed class SessionAnswers(Memberships memberships, TimeProvider clock)
{
    public async Task<SessionAnswer> ForAsync(
        AccountFacts account,
        DateTimeOffset expiresAt,
        Guid? onlyCoopId,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var coops =
            from membership in await memberships.OfAccountAsync(account.Id, ct)
            where onlyCoopId is null || membership.CoopId == onlyCoopId
            let roles = membership.RolesAt(now)
            where roles.Count > 0
            select new SessionCoop(
                membership.Slug,
                membership.CoopName,
                roles,
                NodeIds.Format("Member", membership.MemberId)
            );
        return new SessionAnswer(
            true,
            new SessionAccount(account.Id, account.Email, account.Name, account.Language, account.IsSuperuser),
            [.. coops],
            expiresAt
        );
    }
}
