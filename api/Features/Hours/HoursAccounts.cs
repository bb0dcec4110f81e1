using Cooperator.Api.Features.Members;

namespace Cooperator.Api.Features.Hours;

/// <summary>Balances: what is owed is computed, what is done is summed, and neither is stored.</summary>
internal static class HoursAccounts
{
    public static async Task<HoursAccount> OfAsync(
        this WorkedHours worked,
        HoursPeriod period,
        Guid memberId,
        StandingByMember standings,
        WorkExemptionsByMember exemptions,
        CancellationToken ct
    ) => (await worked.OfAsync(period, [memberId], standings, exemptions, ct))[0];

    public static async Task<HoursAccount[]> OfAsync(
        this WorkedHours worked,
        HoursPeriod period,
        IReadOnlyCollection<Guid> memberIds,
        StandingByMember standings,
        WorkExemptionsByMember exemptions,
        CancellationToken ct
    )
    {
        var standing = await standings.LoadAsync(memberIds, ct);
        var spared = await exemptions.LoadAsync(memberIds, ct);
        var done = await worked.LoadAsync([.. memberIds.Select(m => (period.Id, m))], ct);
        return [.. memberIds.Select((m, i) => new HoursAccount(period, m, Owed(i), done[i]))];

        decimal Owed(int i) => Quota.Of(period, [.. standing[i]?.Periods.Select(p => p.Days) ?? []], spared[i]);
    }
}
