using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>The signed-in person.</summary>
public sealed record Me;

/// <summary>A co-op of the person, and the roles that hold there today.</summary>
[GraphQLName("Membership")]
public sealed record MyMembership(CoopSummary Coop, [property: ID<Member>] Guid MemberId, IReadOnlyList<Role> Roles);

/// <summary>As much of a co-op as is needed to choose it.</summary>
public sealed record CoopSummary(string Slug, string Name);

[QueryType]
public static class MeQueries
{
    /// <summary>The signed-in person; null when nobody is signed in.</summary>
    public static Me? GetMe(CurrentAccount account) => account.IsSignedIn ? new Me() : null;
}

[ObjectType<Me>]
public static class MeType
{
    /// <summary>What the person signs in with.</summary>
    public static Task<Account> GetAccountAsync(CurrentAccount current, CooperatorDbContext db, CancellationToken ct) =>
        db.Accounts.AsNoTracking().SingleAsync(a => a.Id == current.RequiredId, ct);

    /// <summary>The person's co-ops, by name.</summary>
    public static async Task<IReadOnlyList<MyMembership>> GetMembershipsAsync(
        CurrentAccount current,
        MyMemberships memberships,
        CancellationToken ct
    ) => await memberships.TodayAsync(current, ct);

    /// <summary>The person as a member of the active co-op; null when no co-op is active.</summary>
    public static async Task<Member?> GetMemberAsync(
        CurrentMember current,
        CooperatorDbContext db,
        CancellationToken ct
    ) =>
        current.Exists ? await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == current.MemberId, ct) : null;
}

[ObjectType<Account>(nameof(Account.Name), nameof(Account.Language), nameof(Account.Superuser))]
public static class AccountType
{
    [ID<Account>]
    public static Guid GetId([Parent] Account account) => account.Id;

    public static string GetEmail([Parent] Account account) => account.Email!;

    /// <summary>Whether signing in asks for a code of an authenticator app.</summary>
    public static bool GetTotpEnabled([Parent] Account account) => account.TwoFactorEnabled;
}
