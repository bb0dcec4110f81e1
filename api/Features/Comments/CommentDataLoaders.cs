using System.Linq.Expressions;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Queries;
using Cooperator.GraphQL.DataLoaders;

namespace Cooperator.Api.Features.Comments;

public sealed class CommentsById(CooperatorDbContext db) : BatchDataLoader<Guid, Comment>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, Comment> Comments = new(
        static (db, ids) => db.Comments.Where(c => ids.Contains(c.Id))
    );

    protected override async Task<IReadOnlyDictionary<Guid, Comment>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Comments.Ask(db, keys).ToDictionaryAsync(c => c.Id, cancellationToken: cancellationToken);
}

/// <summary>What was said about each task, the first first.</summary>
public sealed class CommentsByTask(CooperatorDbContext db) : ConnectionDataLoader<Guid, Comment>
{
    protected override IQueryable<Comment> Items => db.Comments.Where(c => c.TaskId != null).OrderBy(c => c.Id);

    protected override Expression<Func<Comment, Guid>> Parent => c => c.TaskId!.Value;

    protected override IQueryable<Guid> QueryOf(IReadOnlyList<Guid> keys) => db.RowsOf(keys);
}

/// <summary>How much was said about each task; what was removed does not count, and tasks without comments are missing.</summary>
public sealed class CommentCountByTask(CooperatorDbContext db) : BatchDataLoader<Guid, CommentCount>
{
    internal static readonly PreparedQuery<IReadOnlyList<Guid>, CommentCount> Counts = new(
        static (db, tasks) =>
            db
                .Comments.Where(c => tasks.Contains(c.TaskId!.Value) && c.RemovedAt == null)
                .GroupBy(c => c.TaskId!.Value)
                .Select(comments => new CommentCount(comments.Key, comments.Count()))
    );

    protected override async Task<IReadOnlyDictionary<Guid, CommentCount>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Counts.Ask(db, keys).ToDictionaryAsync(c => c.SubjectId, cancellationToken: cancellationToken);
}

public sealed record CommentCount(Guid SubjectId, int Comments);

public sealed class MentionsByComment(CooperatorDbContext db) : GroupedDataLoader<Guid, CommentMention>
{
    private static readonly PreparedQuery<IReadOnlyList<Guid>, CommentMention> Mentions = new(
        static (db, comments) => db.CommentMentions.Where(m => comments.Contains(m.CommentId)).OrderBy(m => m.Id)
    );

    protected override async Task<ILookup<Guid, CommentMention>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await Mentions.Ask(db, keys).ToLookupAsync(m => m.CommentId, cancellationToken: cancellationToken);
}
