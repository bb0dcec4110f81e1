using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Comments;

public static class CommentSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<Comment> Comments => db.Set<Comment>();

        public DbSet<CommentMention> CommentMentions => db.Set<CommentMention>();
    }
}
