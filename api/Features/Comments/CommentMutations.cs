using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Comments;

[MutationType]
[Authorize(Policy = Policies.Resident)]
public static class CommentMutations
{
    /// <summary>Says something about a task. A member is mentioned as <c>@[Name](id)</c>.</summary>
    [Error<InvalidInputException>]
    [Error<CommentSubjectNotFoundException>]
    public static async Task<Comment> AddCommentAsync(
        [ID] string subjectId,
        string body,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var subject = await db.LoadCommentSubjectAsync(subjectId, ct);
        var text = await CommentText.ReadAsync(body, db, ct);
        var comment = Comment.Write(subject, text, me.MemberId, calendar.Now);
        db.Comments.Add(comment);
        return comment;
    }

    /// <summary>By who wrote it, and nobody else.</summary>
    [Error<InvalidInputException>]
    [Error<CommentNotFoundException>]
    [Error<CommentRemovedException>]
    public static async Task<Comment> ChangeCommentAsync(
        [ID<Comment>] Guid commentId,
        string body,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var (comment, subject) = await db.LoadCommentAsync(commentId, ct);
        if (comment.AuthorId != me.MemberId)
        {
            throw CodedErrors.Forbidden("Only who wrote a comment may change it.");
        }

        comment.Change(subject, await CommentText.ReadAsync(body, db, ct), calendar.Now);
        return comment;
    }

    /// <summary>By who wrote it, and by maintainers. That there was one stays to be seen.</summary>
    [Error<CommentNotFoundException>]
    [Error<CommentRemovedException>]
    public static async Task<Comment> RemoveCommentAsync(
        [ID<Comment>] Guid commentId,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var (comment, subject) = await db.LoadCommentAsync(commentId, ct);
        if (comment.AuthorId != me.MemberId && !me.Is(Role.Maintainer))
        {
            throw CodedErrors.Forbidden("Only who wrote a comment and maintainers may remove it.");
        }

        comment.Remove(subject, calendar.Now);
        return comment;
    }
}
