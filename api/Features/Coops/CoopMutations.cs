using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Coops;

[MutationType]
public static class CoopMutations
{
    /// <summary>Changes what the co-op says of itself. Its slug stays for ever.</summary>
    [Authorize(Policy = Policies.Admin)]
    [Error<InvalidInputException>]
    public static async Task<Coop> ChangeCoopAsync(
        Optional<string> name,
        Optional<string> timeZone,
        Optional<string> locale,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var coop = await db.Coops.SingleAsync(c => c.Id == db.Coop.RequiredId, ct);
        coop.Describe(name.Or(coop.Name)!, timeZone.Or(coop.TimeZone)!, locale.Or(coop.Locale)!);
        return coop;
    }
}
