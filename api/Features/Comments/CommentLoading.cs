using Cooperator.Api.Database;
using Cooperator.Api.Features.Tasks;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Comments;

/// <summary>Comments, and what they are about, for those who change them.</summary>
internal static class CommentLoading
{
    /// <exception cref="CommentSubjectNotFoundException">It is not there, or nothing that can be commented on.</exception>
    public static async Task<ICommentSubject> LoadCommentSubjectAsync(
        this CooperatorDbContext db,
        string globalId,
        CancellationToken ct
    )
    {
        ICommentSubject? subject = NodeIds.FindTypeName(globalId) switch
        {
            "Task" => await db.FindTaskAsync(NodeIds.ParseGuid(globalId, "Task"), ct),
            _ => null,
        };
        return subject ?? throw new CommentSubjectNotFoundException();
    }

    /// <exception cref="CommentNotFoundException">It is not there.</exception>
    public static async Task<(Comment Comment, ICommentSubject Subject)> LoadCommentAsync(
        this CooperatorDbContext db,
        Guid id,
        CancellationToken ct
    )
    {
        var comment =
            await db.Comments.Include(c => c.Mentions).SingleOrDefaultAsync(c => c.Id == id, ct)
            ?? throw new CommentNotFoundException();
        var subject = await db.FindTaskAsync(comment.TaskId!.Value, ct) ?? throw new CommentNotFoundException();
        return (comment, subject);
    }

    private static Task<CoopTask?> FindTaskAsync(this CooperatorDbContext db, Guid id, CancellationToken ct) =>
        db.Tasks.SingleOrDefaultAsync(t => t.Id == id, ct);
}
