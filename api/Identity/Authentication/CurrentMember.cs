using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;

namespace Cooperator.Api.Identity;

/// <summary>How the co-op a request names was found.</summary>
public enum CoopAccess
{
    /// <summary>The request names none.</summary>
    NotAsked,

    /// <summary>There is none of that name, or it is none of the person's: the two look alike.</summary>
    NotFound,

    Entered,
}

/// <summary>The signed-in person as a member of the active co-op, with the roles that hold today.</summary>
public sealed class CurrentMember(CurrentCoop coop, CurrentActor actor)
{
    private Membership? _membership;

    public CoopAccess Access { get; private set; }

    public bool Exists => _membership is not null;

    public Guid MemberId => Required.MemberId;

    public Guid CoopId => Required.CoopId;

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    /// <summary>Whether the member has this role or one that includes it: ADMIN, MAINTAINER, RESIDENT. OBSERVER stands alone.</summary>
    public bool Is(Role role) =>
        Roles.Contains(role)
        || role switch
        {
            Role.Resident => Is(Role.Maintainer),
            Role.Maintainer => Roles.Contains(Role.Admin),
            _ => false,
        };

    private Membership Required => _membership ?? throw new InvalidOperationException("Nobody is in a co-op here.");

    internal void Enter(Membership membership, IReadOnlyList<Role> roles)
    {
        _membership = membership;
        Roles = roles;
        Access = CoopAccess.Entered;
        coop.Enter(membership.CoopId, membership.Slug, membership.TimeZone);
        actor.MemberId = membership.MemberId;
    }

    internal void NotFound() => Access = CoopAccess.NotFound;
}
