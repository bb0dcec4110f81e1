using Cooperator.Api.Database;
using Cooperator.Api.Platform;

namespace Cooperator.Api.Features.Members;

/// <summary>One stretch of belonging to the co-op.</summary>
public sealed class MembershipPeriod : TenantEntity
{
    private MembershipPeriod() { }

    internal MembershipPeriod(Guid memberId, DateOnly joinedOn) => (MemberId, JoinedOn) = (memberId, joinedOn);

    public Guid MemberId { get; private set; }

    public DateOnly JoinedOn { get; private set; }

    /// <summary>The last day as a member.</summary>
    public DateOnly? LeftOn { get; private set; }

    public string? Reason { get; private set; }

    public DaySpan Days => new(JoinedOn, LeftOn);

    /// <summary>What the periods of one person make of them on a day.</summary>
    public static MembershipStatus StatusOn(DateOnly day, IReadOnlyCollection<MembershipPeriod> periods) =>
        periods.Any(p => p.Days.Contains(day)) ? MembershipStatus.Current
        : periods.Any(p => p.JoinedOn > day) ? MembershipStatus.Future
        : MembershipStatus.Former;

    internal void End(DateOnly leftOn, string? reason) => (LeftOn, Reason) = (leftOn, reason);
}
