using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Webhooks;

[QueryType]
[Authorize(Policy = Policies.Admin)]
public static class WebhookQueries
{
    /// <summary>The programs that are told what happens in the co-op, the oldest first.</summary>
    public static Task<List<Webhook>> GetWebhooksAsync(CooperatorDbContext db, CancellationToken ct) =>
        db.Webhooks.OrderBy(w => w.CreatedAt).ThenBy(w => w.Id).ToListAsync(ct);
}
