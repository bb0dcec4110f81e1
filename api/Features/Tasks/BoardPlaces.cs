using Cooperator.Api.Database;
using Cooperator.Api.Database.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

/// <summary>Finds places on the board for cards that are dropped there.</summary>
internal static class BoardPlaces
{
    internal static readonly PreparedQuery<TaskColumn, Guid, string> LastRank = new(
        static (db, column, moved) =>
            db
                .Tasks.Where(t => t.Column == column && t.Id != moved)
                .OrderByDescending(t => t.Rank)
                .Select(t => t.Rank)
                .Take(1)
    );

    internal static readonly PreparedQuery<IReadOnlyList<Guid>, Guid, Neighbour> Neighbours = new(
        static (db, ids, moved) =>
        {
            var cards = db.Tasks.Where(t => t.Id != moved);
            return cards
                .Where(t => ids.Contains(t.Id))
                .Select(t => new Neighbour(
                    t.Id,
                    t.Column,
                    t.Rank,
                    cards
                        .Where(c => c.Column == t.Column && c.Rank.CompareTo(t.Rank) < 0)
                        .OrderByDescending(c => c.Rank)
                        .Select(c => c.Rank)
                        .FirstOrDefault(),
                    cards
                        .Where(c => c.Column == t.Column && c.Rank.CompareTo(t.Rank) > 0)
                        .OrderBy(c => c.Rank)
                        .Select(c => c.Rank)
                        .FirstOrDefault()
                ));
        }
    );

    /// <summary>Behind the last card of the column.</summary>
    public static Task<TaskPlace> EndOfColumnAsync(
        this CooperatorDbContext db,
        TaskColumn column,
        CancellationToken ct
    ) => db.FindPlaceAsync(moved: null, column, afterId: null, beforeId: null, ct);

    /// <summary>
    /// Right behind one card, or right before another; at the end without either. A neighbour that is no longer in the
    /// column, because somebody moved or removed it meanwhile, is passed over: the card lands at the other one, or at the
    /// end, and the move is not lost.
    /// </summary>
    public static async Task<TaskPlace> FindPlaceAsync(
        this CooperatorDbContext db,
        Guid? moved,
        TaskColumn column,
        Guid? afterId,
        Guid? beforeId,
        CancellationToken ct
    )
    {
        var (before, after) = await db.FindGapAsync(moved, column, afterId, beforeId, ct);
        var rank = Rank.Between(before, after, Random.Shared);
        if (rank.Length > Rank.Longest)
        {
            await db.RankAnewAsync(moved, column, ct);
            (before, after) = await db.FindGapAsync(moved, column, afterId, beforeId, ct);
            rank = Rank.Between(before, after, Random.Shared);
        }

        return new TaskPlace(column, rank);
    }

    private static async Task<(string? Before, string? After)> FindGapAsync(
        this CooperatorDbContext db,
        Guid? moved,
        TaskColumn column,
        Guid? afterId,
        Guid? beforeId,
        CancellationToken ct
    )
    {
        Guid[] asked = [.. new[] { afterId, beforeId }.OfType<Guid>()];
        if (asked.Length > 0)
        {
            var neighbours = await Neighbours
                .Ask(db, asked, moved ?? Guid.Empty)
                .Where(n => n.Column == column)
                .ToListAsync(ct);
            if (neighbours.Find(n => n.Id == afterId) is { } above)
            {
                return (above.Rank, above.Next);
            }

            if (neighbours is [var below])
            {
                return (below.Previous, below.Rank);
            }
        }

        return (await LastRank.Ask(db, column, moved ?? Guid.Empty).SingleOrDefaultAsync(ct), null);
    }

    /// <summary>
    /// Gives the cards of a column short ranks again, in the order they have. All of them are locked, so who moves one of
    /// them at the same moment is run again and finds its new neighbours. The card that moves gets its rank from the move.
    /// </summary>
    private static async Task RankAnewAsync(
        this CooperatorDbContext db,
        Guid? moved,
        TaskColumn column,
        CancellationToken ct
    )
    {
        var cards = await db
            .Tasks.Where(t => t.Column == column)
            .OrderBy(t => t.Rank)
            .Select(t => new { t.Id, t.Rank })
            .ToListAsync(ct);
        Guid[] ids = [.. cards.Select(c => c.Id).Where(id => id != moved)];
        // Behind all that are taken, so that no card meets the old rank of another.
        string[] ranks = [.. Rank.Following(cards[^1].Rank, ids.Length, Random.Shared)];
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE tasks SET rank = anew.rank FROM unnest({ids}, {ranks}) AS anew (id, rank)
            WHERE tasks.coop_id = {db.Coop.RequiredId} AND tasks.id = anew.id
            """,
            ct
        );
    }

    /// <summary>A card, and the ranks of those above and below it but for the one that moves.</summary>
    internal sealed record Neighbour(Guid Id, TaskColumn Column, string Rank, string? Previous, string? Next);
}
