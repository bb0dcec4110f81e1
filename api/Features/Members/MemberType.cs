using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Members;

[ObjectType<Member>(
    nameof(Member.Id),
    nameof(Member.GivenName),
    nameof(Member.FamilyName),
    nameof(Member.DisplayName),
    nameof(Member.SortName),
    nameof(Member.Language)
)]
public static class MemberType
{
    [NodeResolver]
    [Authorize(Policy = Policies.Member)]
    public static Task<Member?> GetMemberByIdAsync(Guid id, MembersById members, CancellationToken ct) =>
        members.LoadAsync(id, ct);

    public static async ValueTask<MembershipStatus> GetStatusAsync(
        [Parent] Member member,
        StandingByMember standings,
        CoopCalendar calendar,
        CancellationToken ct
    ) => MembershipPeriod.StatusOn(calendar.Today, (await standings.OfAsync(member, ct)).Periods);

    /// <summary>The first day of the latest membership.</summary>
    public static async ValueTask<DateOnly?> GetJoinedOnAsync(
        [Parent] Member member,
        StandingByMember standings,
        CancellationToken ct
    ) => (await standings.OfAsync(member, ct)).Latest?.JoinedOn;

    /// <summary>The last day of the latest membership; null while it goes on.</summary>
    public static async ValueTask<DateOnly?> GetLeftOnAsync(
        [Parent] Member member,
        StandingByMember standings,
        CancellationToken ct
    ) => (await standings.OfAsync(member, ct)).Latest?.LeftOn;

    /// <summary>Every membership, the first one first.</summary>
    public static async ValueTask<IReadOnlyList<MembershipPeriod>> GetPeriodsAsync(
        [Parent] Member member,
        StandingByMember standings,
        CancellationToken ct
    ) => (await standings.OfAsync(member, ct)).Periods;

    /// <summary>The roles held today.</summary>
    public static async ValueTask<IReadOnlyList<Role>> GetRolesAsync(
        [Parent] Member member,
        StandingByMember standings,
        CoopCalendar calendar,
        CancellationToken ct
    ) => (await standings.OfAsync(member, ct)).RolesOn(calendar.Today);

    /// <summary>Every role held once, now or later.</summary>
    public static async ValueTask<IReadOnlyList<RoleAssignment>> GetRoleAssignmentsAsync(
        [Parent] Member member,
        StandingByMember standings,
        CancellationToken ct
    ) => (await standings.OfAsync(member, ct)).Roles;

    /// <summary>How to reach the member; null when the viewer may see none of it.</summary>
    public static ContactDetails? GetContact([Parent] Member member, CurrentMember me) =>
        MemberViewer.Of(me).ContactOf(member);

    /// <summary>What the member chose; shown to the member and to the board.</summary>
    public static ContactVisibilitySettings? GetContactVisibility([Parent] Member member, CurrentMember me) =>
        me.Is(Role.Admin) || member.Id == me.MemberId
            ? new ContactVisibilitySettings(member.EmailVisibility, member.PhoneVisibility)
            : null;

    /// <summary>Whether the member can sign in.</summary>
    public static bool GetHasAccount([Parent] Member member) => member.AccountId is not null;

    public static bool GetIsMe([Parent] Member member, CurrentMember me) => member.Id == me.MemberId;

    /// <summary>The household of today.</summary>
    public static Task<Household?> GetHouseholdAsync(
        [Parent] Member member,
        HouseholdByMember households,
        CancellationToken ct
    ) => households.LoadAsync(member.Id, ct);

    /// <summary>The home of today.</summary>
    public static Task<Unit?> GetUnitAsync([Parent] Member member, HomeByMember homes, CancellationToken ct) =>
        homes.LoadAsync(member.Id, ct);

    /// <summary>Everywhere the member has lived or will live, alone or with a household; the latest first.</summary>
    public static async Task<IReadOnlyList<Occupancy>> GetOccupanciesAsync(
        [Parent] Member member,
        OccupanciesByMember occupancies,
        CancellationToken ct
    ) => await occupancies.LoadAsync(member.Id, ct);
}

[ObjectType<MembershipPeriod>(nameof(MembershipPeriod.JoinedOn), nameof(MembershipPeriod.LeftOn))]
public static class MembershipPeriodType
{
    [ID<MembershipPeriod>]
    public static Guid GetId([Parent] MembershipPeriod period) => period.Id;

    /// <summary>Why it ended; shown to the member and to the board.</summary>
    public static string? GetReason([Parent] MembershipPeriod period, CurrentMember me) =>
        me.Is(Role.Admin) || period.MemberId == me.MemberId ? period.Reason : null;
}

[ObjectType<RoleAssignment>(nameof(RoleAssignment.Role), nameof(RoleAssignment.From), nameof(RoleAssignment.Until))]
public static class RoleAssignmentType
{
    [ID<RoleAssignment>]
    public static Guid GetId([Parent] RoleAssignment assignment) => assignment.Id;
}
