using Cooperator.Api.Database;

namespace Cooperator.Api.Features.Comments;

/// <summary>What a member said about something.</summary>
public sealed class Comment : TenantEntity
{
    private readonly List<CommentMention> _mentions = [];

    private Comment() { }

    private Comment(ICommentSubject subject, Guid authorId, DateTimeOffset at)
    {
        (AuthorId, CreatedAt) = (authorId, at);
        TaskId = (subject as Tasks.CoopTask)?.Id;
    }

    /// <summary>The task it is about. Whatever else is commented on one day gets a column of its own, and one of them is set.</summary>
    public Guid? TaskId { get; private set; }

    public Guid AuthorId { get; private set; }

    /// <summary>In Markdown; null once it was removed.</summary>
    public string? Body { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? EditedAt { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public IReadOnlyList<CommentMention> Mentions => _mentions;

    public static Comment Write(ICommentSubject subject, CommentText text, Guid authorId, DateTimeOffset at)
    {
        var comment = new Comment(subject, authorId, at);
        var mentionedIds = comment.Say(text);
        subject.NoteComment("commented", new { commentId = comment.Id, mentionedIds });
        return comment;
    }

    /// <summary>The event names those who were not mentioned before: the others know already.</summary>
    public void Change(ICommentSubject subject, CommentText text, DateTimeOffset at)
    {
        RefuseWhenRemoved();
        var mentionedIds = Say(text);
        EditedAt = at;
        subject.NoteComment("comment_changed", new { commentId = Id, mentionedIds });
    }

    /// <summary>What was said is gone; that something was said stays, so that answers to it do not hang in the air.</summary>
    public void Remove(ICommentSubject subject, DateTimeOffset at)
    {
        RefuseWhenRemoved();
        (Body, RemovedAt) = (null, at);
        _mentions.Clear();
        subject.NoteComment("comment_removed", new { commentId = Id });
    }

    private Guid[] Say(CommentText text)
    {
        Body = text.Body;
        _mentions.RemoveAll(m => !text.MentionedIds.Contains(m.MemberId));
        Guid[] newlyMentioned = [.. text.MentionedIds.Except(_mentions.Select(m => m.MemberId))];
        _mentions.AddRange(newlyMentioned.Select(memberId => new CommentMention(Id, memberId)));
        return newlyMentioned;
    }

    private void RefuseWhenRemoved()
    {
        if (RemovedAt is not null)
        {
            throw new CommentRemovedException();
        }
    }
}

/// <summary>That a comment names a member.</summary>
public sealed class CommentMention : TenantEntity
{
    private CommentMention() { }

    internal CommentMention(Guid commentId, Guid memberId) => (CommentId, MemberId) = (commentId, memberId);

    public Guid CommentId { get; private set; }

    public Guid MemberId { get; private set; }
}
