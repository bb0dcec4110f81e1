using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Cooperator.GraphQL.DataLoaders;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

/// <summary>The co-op's tasks, column by column.</summary>
public sealed record Board;

[ObjectType<Board>]
public static class BoardType
{
    /// <summary>From left to right.</summary>
    [ListSize(AssumedSize = 4)]
    public static async Task<IReadOnlyList<BoardColumn>> GetColumnsAsync(CooperatorDbContext db, CancellationToken ct)
    {
        var changed = await db.BoardColumns.ToDictionaryAsync(c => c.Column, ct);
        return [.. Enum.GetValues<TaskColumn>().Select(c => changed.GetValueOrDefault(c) ?? new BoardColumn(c))];
    }

    /// <summary>How many tasks a member may have at once that are not done; null for as many as they like.</summary>
    public static Task<int?> GetAssignmentLimitAsync(CooperatorDbContext db, CancellationToken ct) =>
        db.BoardSettings.Select(s => s.AssignmentLimit).SingleOrDefaultAsync(ct);
}

[ObjectType<BoardColumn>(nameof(BoardColumn.Column), nameof(BoardColumn.Name), nameof(BoardColumn.WipLimit))]
public static class BoardColumnType
{
    /// <summary>How many cards stand in it.</summary>
    public static async Task<int> GetCountAsync([Parent] BoardColumn column, CardCounts counts, CancellationToken ct) =>
        (await counts.LoadAsync(column.Column, ct))?.Cards ?? 0;

    /// <summary>The cards in the order of the column; those that are done the latest first.</summary>
    [UsePaging(DefaultPageSize = 50, MaxPageSize = 150)]
    public static IQueryable<CoopTask> GetTasks(
        [Parent] BoardColumn column,
        TaskFilter? filter,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar
    ) => db.Tasks.Where(t => t.Column == column.Column).Matching(filter, me, calendar.Today).OrderBy(t => t.Rank);
}

/// <summary>How many cards stand in each column.</summary>
public sealed class CardCounts(CooperatorDbContext db) : BatchDataLoader<TaskColumn, CardCount>
{
    protected override async Task<IReadOnlyDictionary<TaskColumn, CardCount>> LoadBatchAsync(
        IReadOnlyList<TaskColumn> keys,
        CancellationToken cancellationToken
    ) =>
        await db
            .Tasks.GroupBy(t => t.Column)
            .Select(cards => new CardCount(cards.Key, cards.Count()))
            .ToDictionaryAsync(c => c.Column, cancellationToken);
}

public sealed record CardCount(TaskColumn Column, int Cards);
