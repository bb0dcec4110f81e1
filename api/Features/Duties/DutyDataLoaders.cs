using Cooperator.Api.Database;
using Cooperator.Api.Database.Queries;
using Cooperator.GraphQL.DataLoaders;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

public sealed class DutiesById(CooperatorDbContext db) : BatchDataLoader<Guid, RecurringDuty>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, RecurringDuty> Duties = new(
        static (db, ids) => db.Duties.Where(d => ids.Contains(d.Id))
    );

    protected override async Task<IReadOnlyDictionary<Guid, RecurringDuty>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Duties.Ask(db, keys).ToDictionaryAsync(d => d.Id, cancellationToken: cancellationToken);
}

/// <summary>The rotations of duties, in their order.</summary>
public sealed class RotationByDuty(CooperatorDbContext db) : GroupedDataLoader<Guid, RotationPlace>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, RotationPlace> Places = new(
        static (db, duties) =>
            db.Set<RotationPlace>().Where(p => duties.Contains(p.DutyId)).OrderBy(p => p.Position).ThenBy(p => p.Id)
    );

    protected override async Task<ILookup<Guid, RotationPlace>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Places.Ask(db, keys).ToLookupAsync(p => p.DutyId, cancellationToken: cancellationToken);
}

public sealed class DutyOccurrencesById(CooperatorDbContext db) : BatchDataLoader<Guid, DutyOccurrence>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, DutyOccurrence> Occurrences = new(
        static (db, ids) => db.DutyOccurrences.Where(o => ids.Contains(o.Id))
    );

    protected override async Task<IReadOnlyDictionary<Guid, DutyOccurrence>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Occurrences.Ask(db, keys).ToDictionaryAsync(o => o.Id, cancellationToken: cancellationToken);
}

public sealed class DutyOccurrenceByTask(CooperatorDbContext db) : BatchDataLoader<Guid, DutyOccurrence>
{
    internal static readonly PreparedQuery<IReadOnlyList<Guid>, DutyOccurrence> Occurrences = new(
        static (db, tasks) => db.DutyOccurrences.Where(o => tasks.Contains(o.TaskId))
    );

    protected override async Task<IReadOnlyDictionary<Guid, DutyOccurrence>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Occurrences.Ask(db, keys).ToDictionaryAsync(o => o.TaskId, cancellationToken: cancellationToken);
}

public sealed class DutySwapsById(CooperatorDbContext db) : BatchDataLoader<Guid, DutySwap>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, DutySwap> Swaps = new(
        static (db, ids) => db.DutySwaps.Where(s => ids.Contains(s.Id))
    );

    protected override async Task<IReadOnlyDictionary<Guid, DutySwap>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Swaps.Ask(db, keys).ToDictionaryAsync(s => s.Id, cancellationToken: cancellationToken);
}

/// <summary>The open offer of a day, if there is one.</summary>
public sealed class OpenSwapByOccurrence(CooperatorDbContext db) : BatchDataLoader<Guid, DutySwap>
{
    internal static readonly PreparedQuery<IReadOnlyList<Guid>, DutySwap> Swaps = new(
        static (db, days) => db.DutySwaps.Where(s => days.Contains(s.OccurrenceId) && s.State == DutySwapState.Offered)
    );

    protected override async Task<IReadOnlyDictionary<Guid, DutySwap>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Swaps.Ask(db, keys).ToDictionaryAsync(s => s.OccurrenceId, cancellationToken: cancellationToken);
}

/// <summary>The turns to come of duties.</summary>
public sealed class DutyTurns(CooperatorDbContext db, DutyPlanner planner)
    : GroupedDataLoader<(Guid DutyId, int Count), DutyTurn>
{
    protected override async Task<ILookup<(Guid DutyId, int Count), DutyTurn>> LoadGroupedBatchAsync(
        IReadOnlyList<(Guid DutyId, int Count)> keys,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. keys.Select(k => k.DutyId).Distinct()];
        var duties = await db
            .Duties.Include(d => d.Places)
            .Where(d => ids.Contains(d.Id))
            .ToListAsync(cancellationToken);
        var ahead = await planner.PreviewAsync(duties, keys.Max(k => k.Count), cancellationToken);
        return keys.SelectMany(key => ahead[key.DutyId].Take(key.Count).Select(turn => (key, turn)))
            .ToLookup(t => t.key, t => t.turn);
    }
}
