using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Querying;

namespace Cooperator.Api.Features.Comments;

[ObjectType<Comment>(
    nameof(Comment.Id),
    nameof(Comment.Body),
    nameof(Comment.CreatedAt),
    nameof(Comment.EditedAt),
    nameof(Comment.RemovedAt)
)]
public static class CommentType
{
    [NodeResolver]
    [Authorize(Policy = Policies.Member)]
    public static Task<Comment?> GetCommentByIdAsync(Guid id, CommentsById comments, CancellationToken ct) =>
        comments.LoadAsync(id, ct);

    public static async Task<Member> GetAuthorAsync(
        [Parent] Comment comment,
        MembersById members,
        CancellationToken ct
    ) => (await members.LoadAsync(comment.AuthorId, ct))!;

    /// <summary>Who is named in it.</summary>
    [ListSize(AssumedSize = 1)]
    public static async Task<IReadOnlyList<Member>> GetMentionsAsync(
        [Parent] Comment comment,
        MentionsByComment mentions,
        MembersById members,
        CancellationToken ct
    )
    {
        var ids = (await mentions.LoadAsync(comment.Id, ct)).Select(m => m.MemberId);
        return [.. (await Task.WhenAll(ids.Select(id => members.LoadAsync(id, ct)))).OfType<Member>()];
    }

    /// <summary>What it is about, if that is a task.</summary>
    public static async Task<CoopTask?> GetTaskAsync([Parent] Comment comment, TasksById tasks, CancellationToken ct) =>
        comment.TaskId is { } id ? await tasks.LoadAsync(id, ct) : null;
}

[ObjectType<CoopTask>]
public static class TaskComments
{
    /// <summary>What was said about it, the first first; of what was removed the place is kept.</summary>
    [UsePaging]
    public static Task<Connection<Comment>> GetCommentsAsync(
        [Parent] CoopTask task,
        PagingArguments page,
        CommentsByTask comments,
        CancellationToken ct
    ) => comments.LoadAsync(task.Id, page, ct);

    /// <summary>How many comments there are; what was removed does not count.</summary>
    [SameForAll]
    public static async Task<int> GetCommentCountAsync(
        [Parent] CoopTask task,
        CommentCountByTask counts,
        CancellationToken ct
    ) => (await counts.LoadAsync(task.Id, ct))?.Comments ?? 0;
}
