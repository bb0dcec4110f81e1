using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Hours;

[ObjectType<HoursPeriod>(
    nameof(HoursPeriod.Name),
    nameof(HoursPeriod.From),
    nameof(HoursPeriod.Until),
    nameof(HoursPeriod.QuotaHours)
)]
public static class HoursPeriodType
{
    [ID<HoursPeriod>]
    public static Guid GetId([Parent] HoursPeriod period) => period.Id;

    /// <summary>What the viewer owes and has done.</summary>
    public static async Task<HoursAccount> GetMyAccountAsync(
        [Parent] HoursPeriod period,
        WorkedHours worked,
        StandingByMember standings,
        WorkExemptionsByMember exemptions,
        CurrentMember me,
        CancellationToken ct
    ) => await worked.OfAsync(period, me.MemberId, standings, exemptions, ct);

    /// <summary>How the work is spread over all; null when fewer than five owe hours.</summary>
    public static async Task<Fairness?> GetFairnessAsync(
        [Parent] HoursPeriod period,
        WorkedHours worked,
        StandingByMember standings,
        WorkExemptionsByMember exemptions,
        MembersOfHoursPeriods members,
        CancellationToken ct
    )
    {
        var ids = await members.LoadAsync(period.Id, ct);
        var all = await worked.OfAsync(period, ids, standings, exemptions, ct);
        return Fairness.Of([.. all.Select(a => a.Percent).OfType<int>()]);
    }
}

[ObjectType<HoursAccount>]
public static class HoursAccountType
{
    public static HoursPeriod GetPeriod([Parent] HoursAccount account) => account.Period;

    public static async Task<Member> GetMemberAsync(
        [Parent] HoursAccount account,
        MembersById members,
        CancellationToken ct
    ) => (await members.LoadAsync(account.MemberId, ct))!;
}

[ObjectType<HoursLine>(
    nameof(HoursLine.Kind),
    nameof(HoursLine.Hours),
    nameof(HoursLine.WorkedOn),
    nameof(HoursLine.Reason),
    nameof(HoursLine.RecordedAt)
)]
public static class HoursLineType
{
    [ID<HoursLine>]
    public static Guid GetId([Parent] HoursLine line) => line.Id;

    public static async Task<Member> GetMemberAsync(
        [Parent] HoursLine line,
        MembersById members,
        CancellationToken ct
    ) => (await members.LoadAsync(line.MemberId, ct))!;

    /// <summary>Who wrote it; null for the house itself.</summary>
    public static async Task<Member?> GetRecordedByAsync(
        [Parent] HoursLine line,
        MembersById members,
        CancellationToken ct
    ) => line.RecordedById is { } id ? await members.LoadAsync(id, ct) : null;

    /// <summary>The line this one takes back.</summary>
    [ID<HoursLine>]
    public static Guid? GetReversedLineId([Parent] HoursLine line) => line.ReversedLineId;
}

[ObjectType<WorkExemption>(nameof(WorkExemption.From), nameof(WorkExemption.Until))]
public static class WorkExemptionType
{
    [ID<WorkExemption>]
    public static Guid GetId([Parent] WorkExemption exemption) => exemption.Id;

    /// <summary>How much of the quota is still owed; shown to the member and to the board.</summary>
    public static int? GetOwedPercent([Parent] WorkExemption exemption, CurrentMember me) =>
        Sees(exemption, me) ? exemption.OwedPercent : null;

    /// <summary>Why; shown to the member and to the board.</summary>
    public static string? GetReason([Parent] WorkExemption exemption, CurrentMember me) =>
        Sees(exemption, me) ? exemption.Reason : null;

    private static bool Sees(WorkExemption exemption, CurrentMember me) =>
        me.Is(Role.Admin) || exemption.MemberId == me.MemberId;
}

[ObjectType<Member>]
public static class MemberHours
{
    /// <summary>Since when and until when the member is spared work, as of today or later.</summary>
    public static async Task<IReadOnlyList<WorkExemption>> GetWorkExemptionsAsync(
        [Parent] Member member,
        WorkExemptionsByMember exemptions,
        CoopCalendar calendar,
        CancellationToken ct
    ) => [.. (await exemptions.LoadAsync(member.Id, ct)).Where(e => e.Until is null || e.Until >= calendar.Today)];

    /// <summary>What the member owes and has done in a period, that of today when none is named; shown to the member and to the board.</summary>
    public static async Task<HoursAccount?> GetHoursAsync(
        [Parent] Member member,
        [ID<HoursPeriod>] Guid? periodId,
        CurrentMember me,
        HoursPeriodsById periods,
        HoursPeriodByDay periodByDay,
        CoopCalendar calendar,
        WorkedHours worked,
        StandingByMember standings,
        WorkExemptionsByMember exemptions,
        CancellationToken ct
    )
    {
        if (!me.Is(Role.Admin) && member.Id != me.MemberId)
        {
            return null;
        }

        var period = periodId is { } id
            ? await periods.LoadAsync(id, ct)
            : await periodByDay.LoadAsync(calendar.Today, ct);
        return period is null ? null : await worked.OfAsync(period, member.Id, standings, exemptions, ct);
    }
}
