using Cooperator.Api.Features.Members;

namespace Cooperator.Api.Identity;

/// <summary>What may be asked of somebody, by name: <c>[Authorize(Policy = Policies.Admin)]</c> in GraphQL, <c>RequireAuthorization</c> over HTTP.</summary>
public static class Policies
{
    /// <summary>Any role in the active co-op that holds today.</summary>
    public const string Member = nameof(Member);

    /// <summary>RESIDENT, MAINTAINER or ADMIN: everybody but observers.</summary>
    public const string Resident = nameof(Resident);

    public const string Maintainer = nameof(Maintainer);

    public const string Admin = nameof(Admin);

    /// <summary>The installation's own role; says nothing about any co-op.</summary>
    public const string Superuser = nameof(Superuser);

    /// <summary>Whoever looks after the installation, and the board of any co-op: they see that it works, not for whom.</summary>
    public const string Operator = nameof(Operator);

    /// <summary>The token may change things. Every mutation asks for it without saying so.</summary>
    public const string Write = nameof(Write);

    /// <summary>A person at a browser or a program they signed in with; not a personal access token.</summary>
    public const string Interactive = nameof(Interactive);

    internal static readonly string[] All =
    [
        Member,
        Resident,
        Maintainer,
        Admin,
        Superuser,
        Operator,
        Write,
        Interactive,
    ];

    /// <summary>The one place that decides. A null policy asks only for a signed-in person.</summary>
    public static Verdict Decide(string? policy, CurrentAccount account, CurrentMember member)
    {
        if (!account.IsSignedIn)
        {
            return Verdict.Unauthenticated;
        }

        return policy switch
        {
            null => Verdict.Allowed,
            Superuser => Allow(account.IsSuperuser),
            Operator => account.IsSuperuser ? Verdict.Allowed : InCoop(member, member.Is(Role.Admin)),
            Write => Allow(account.MayWrite),
            Interactive => Allow(account.Kind is not CredentialKind.PersonalAccessToken),
            Member => InCoop(member, member.Roles.Count > 0),
            Resident => InCoop(member, member.Is(Role.Resident)),
            Maintainer => InCoop(member, member.Is(Role.Maintainer)),
            Admin => InCoop(member, member.Is(Role.Admin)),
            _ => throw new ArgumentException($"There is no policy {policy}.", nameof(policy)),
        };
    }

    private static Verdict InCoop(CurrentMember member, bool holds) =>
        member.Access switch
        {
            CoopAccess.NotAsked => Verdict.CoopRequired,
            CoopAccess.NotFound => Verdict.CoopNotFound,
            CoopAccess.Entered => Allow(holds),
        };

    private static Verdict Allow(bool condition) => condition ? Verdict.Allowed : Verdict.Forbidden;
}

public enum Verdict
{
    Allowed,
    Unauthenticated,
    Forbidden,
    CoopRequired,
    CoopNotFound,
}
