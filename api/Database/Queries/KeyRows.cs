using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Database.Queries;

internal static class KeyRows
{
    extension(CooperatorDbContext db)
    {
        /// <summary>The ids as rows, for a statement that looks something up beside each of them.</summary>
        public IQueryable<Guid> RowsOf(IReadOnlyList<Guid> ids)
        {
            var array = ids as Guid[] ?? [.. ids];
            return db.Database.SqlQuery<Guid>($"""SELECT unnest({array}) AS "Value" """);
        }
    }
}
