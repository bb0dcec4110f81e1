using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Coops;

[QueryType]
public static class CoopQueries
{
    /// <summary>The active co-op.</summary>
    [Authorize(Policy = Policies.Member)]
    public static Task<Coop> GetCoopAsync(CooperatorDbContext db, CancellationToken ct) =>
        db.Coops.SingleAsync(c => c.Id == db.Coop.RequiredId, ct);
}
