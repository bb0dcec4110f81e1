using System.Runtime.InteropServices;
using Cooperator.Api.Database;

namespace Cooperator.Api.Features.Members;

/// <summary>Since when somebody belongs to the co-op, and in which roles: the first ones first.</summary>
public sealed record Standing(IReadOnlyList<MembershipPeriod> Periods, IReadOnlyList<RoleAssignment> Roles)
{
    public static Standing None { get; } = new([], []);

    public MembershipPeriod? Latest => Periods is [.., var latest] ? latest : null;

    public IReadOnlyList<Role> RolesOn(DateOnly day)
    {
        var roles = new List<Role>(Roles.Count);
        foreach (var assignment in Roles)
        {
            if (assignment.Days.Contains(day))
            {
                roles.Add(assignment.Role);
            }
        }

        roles.Sort();
        return roles;
    }
}

/// <summary>Puts the standings of many members together from lines that say each period once for each role, and more often.</summary>
internal sealed class Standings
{
    private readonly Dictionary<Guid, Standing> _byMember = [];

    public IReadOnlyDictionary<Guid, Standing> ByMember => _byMember;

    /// <summary>Adds a line. Those of one member come by the first day of the period, then of the role.</summary>
    public void Add(MembershipPeriod period, RoleAssignment? role)
    {
        ref var standing = ref CollectionsMarshal.GetValueRefOrAddDefault(_byMember, period.MemberId, out _);
        standing ??= new Standing(new List<MembershipPeriod>(1), new List<RoleAssignment>(1));
        AddOnce((List<MembershipPeriod>)standing.Periods, period);
        if (role is not null)
        {
            AddOnce((List<RoleAssignment>)standing.Roles, role);
        }
    }

    // A handful of each: looking through them costs less than a set.
    private static void AddOnce<T>(List<T> known, T item)
        where T : Entity
    {
        foreach (var other in known)
        {
            if (other.Id == item.Id)
            {
                return;
            }
        }

        known.Add(item);
    }
}

/// <summary>A membership of somebody, and a role of theirs, if there is one.</summary>
internal sealed class PeriodAndRole
{
    public required MembershipPeriod Period { get; init; }

    public RoleAssignment? Role { get; init; }
}
