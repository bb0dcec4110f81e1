using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Imports;

[QueryType]
public static class ImportQueries
{
    /// <summary>A list that was uploaded, and what reading it showed.</summary>
    [Authorize(Policy = Policies.Admin)]
    public static Task<Import?> GetImportAsync([ID<Import>] Guid id, CooperatorDbContext db, CancellationToken ct) =>
        db.Imports.SingleOrDefaultAsync(i => i.Id == id, ct);
}
