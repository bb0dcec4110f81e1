using Cooperator.Api.Features.Members;

namespace Cooperator.Api.Identity;

/// <summary>A row of the person in a co-op, with everything dated that decides whether it counts today.</summary>
public sealed record Membership(
    Guid CoopId,
    string Slug,
    string CoopName,
    string TimeZone,
    Guid MemberId,
    IReadOnlyList<MembershipDates> Periods,
    IReadOnlyList<RoleDates> Assignments
)
{
    /// <summary>
    /// The roles that hold at this instant, by the co-op's calendar; none when the membership has ended. Somebody who
    /// never was a member of the co-op, such as an auditor, counts by the role alone.
    /// </summary>
    public IReadOnlyList<Role> RolesAt(DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).Date);
        return Periods.Count > 0 && !Periods.Any(period => period.Holds(today))
            ? []
            : [.. Assignments.Where(a => a.Holds(today)).Select(a => a.Role).Distinct().Order()];
    }
}

/// <summary>Left-on is the last day.</summary>
public sealed record MembershipDates(DateOnly From, DateOnly? Until)
{
    public bool Holds(DateOnly day) => From <= day && (Until is null || day <= Until);
}

public sealed record RoleDates(Role Role, DateOnly From, DateOnly? Until)
{
    public bool Holds(DateOnly day) => From <= day && (Until is null || day <= Until);
}
