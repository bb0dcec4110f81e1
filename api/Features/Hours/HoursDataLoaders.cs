using Cooperator.Api.Database;
using Cooperator.Api.Database.Queries;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.GraphQL.DataLoaders;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Hours;

public sealed class HoursPeriodsById(CooperatorDbContext db) : BatchDataLoader<Guid, HoursPeriod>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, HoursPeriod> Periods = new(
        static (db, ids) => db.HoursPeriods.Where(p => ids.Contains(p.Id))
    );

    protected override async Task<IReadOnlyDictionary<Guid, HoursPeriod>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Periods.Ask(db, keys).ToDictionaryAsync(p => p.Id, cancellationToken: cancellationToken);
}

/// <summary>Lines the viewer may look at.</summary>
public sealed class HoursLinesById(CooperatorDbContext db, CurrentMember me) : BatchDataLoader<Guid, HoursLine>
{
    protected override async Task<IReadOnlyDictionary<Guid, HoursLine>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) =>
        await db
            .HoursLines.VisibleTo(me)
            .Where(l => keys.Contains(l.Id))
            .ToDictionaryAsync(l => l.Id, cancellationToken);
}

/// <summary>The period that has a day.</summary>
public sealed class HoursPeriodByDay(CooperatorDbContext db) : BatchDataLoader<DateOnly, HoursPeriod>
{
    protected override async Task<IReadOnlyDictionary<DateOnly, HoursPeriod>> LoadBatchAsync(
        IReadOnlyList<DateOnly> keys,
        CancellationToken cancellationToken
    )
    {
        var (first, last) = (keys.Min(), keys.Max());
        var periods = await db
            .HoursPeriods.Where(p => p.From <= last && p.Until >= first)
            .ToListAsync(cancellationToken);
        return keys.Select(day => (day, Period: periods.Find(p => p.Days.Contains(day))))
            .Where(found => found.Period is not null)
            .ToDictionary(found => found.day, found => found.Period!);
    }
}

/// <summary>Exemptions of members, the first one first.</summary>
public sealed class WorkExemptionsByMember(CooperatorDbContext db) : GroupedDataLoader<Guid, WorkExemption>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, WorkExemption> Exemptions = new(
        static (db, members) =>
            db.WorkExemptions.Where(e => members.Contains(e.MemberId)).OrderBy(e => e.From).ThenBy(e => e.Id)
    );

    protected override async Task<ILookup<Guid, WorkExemption>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Exemptions.Ask(db, keys).ToLookupAsync(e => e.MemberId, cancellationToken: cancellationToken);
}

/// <summary>Who was a member on some day of a period.</summary>
public sealed class MembersOfHoursPeriods(CooperatorDbContext db) : GroupedDataLoader<Guid, Guid>
{
    protected override async Task<ILookup<Guid, Guid>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        var memberships = db.MembershipPeriods;
        var found = await db
            .HoursPeriods.Where(p => keys.Contains(p.Id))
            .SelectMany(p =>
                memberships
                    .Where(m => m.JoinedOn <= p.Until && (m.LeftOn == null || m.LeftOn >= p.From))
                    .Select(m => new { PeriodId = p.Id, m.MemberId })
            )
            .Distinct()
            .ToListAsync(cancellationToken);
        return found.ToLookup(f => f.PeriodId, f => f.MemberId);
    }
}

/// <summary>What members have done in a period: one sum for all of them.</summary>
public sealed class WorkedHours(CooperatorDbContext db) : BatchDataLoader<(Guid PeriodId, Guid MemberId), decimal>
{
    internal static readonly PreparedQuery<IReadOnlyList<Guid>, IReadOnlyList<Guid>, Sum> Sums = new(
        static (db, periods, members) =>
            db
                .HoursPeriods.Where(p => periods.Contains(p.Id))
                .Join(
                    db.HoursLines.Where(l => members.Contains(l.MemberId)),
                    p => p.CoopId,
                    l => l.CoopId,
                    (p, l) => new { Period = p, Line = l }
                )
                .Where(w => w.Line.WorkedOn >= w.Period.From && w.Line.WorkedOn <= w.Period.Until)
                .GroupBy(w => new { w.Period.Id, w.Line.MemberId })
                .Select(g => new Sum(g.Key.Id, g.Key.MemberId, g.Sum(w => w.Line.Hours)))
    );

    protected override async Task<IReadOnlyDictionary<(Guid PeriodId, Guid MemberId), decimal>> LoadBatchAsync(
        IReadOnlyList<(Guid PeriodId, Guid MemberId)> keys,
        CancellationToken cancellationToken
    )
    {
        Guid[] periods = [.. keys.Select(k => k.PeriodId).Distinct()];
        Guid[] members = [.. keys.Select(k => k.MemberId).Distinct()];
        return await Sums.Ask(db, periods, members)
            .ToDictionaryAsync(s => (s.PeriodId, s.MemberId), s => s.Hours, cancellationToken: cancellationToken);
    }

    internal sealed record Sum(Guid PeriodId, Guid MemberId, decimal Hours);
}
