using Cooperator.Api.Database.Transactions;

namespace Cooperator.Api.Features.Comments;

public static class CommentsFeature
{
    public static IServiceCollection AddComments(this IServiceCollection services) =>
        services
            .AddConstraintRefusal("fk_comments_coop_id_task_id", _ => new CommentSubjectNotFoundException())
            // Two who change a comment at once: the second one is run again.
            .AddConstraintRefusal("ix_comment_mentions_coop_id_comment_id_member_id");
}
