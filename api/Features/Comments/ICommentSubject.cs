namespace Cooperator.Api.Features.Comments;

/// <summary>Something that is talked about. What is said belongs to its history.</summary>
public interface ICommentSubject
{
    /// <summary>Raises <c>task.commented</c> and the like.</summary>
    void NoteComment(string what, object facts);
}
