using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Comments;

public sealed class CommentNotFoundException() : RefusalException("There is no such comment.");

public sealed class CommentSubjectNotFoundException()
    : RefusalException("What the comment is about is not there, or can not be commented on.");

public sealed class CommentRemovedException() : RefusalException("The comment was removed.");
