using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Querying;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Members;

/// <summary>
/// Pages of members with what a directory shows beside the names: the fields of each member find it loaded, and none of
/// them has to be set aside until it is.
/// </summary>
public sealed class MemberPages : PageReader<Member>
{
    private static readonly string[] Standing = Below(
        "joinedOn",
        "leftOn",
        "status",
        "roles",
        "periods",
        "roleAssignments"
    );

    private static readonly string[] Home = Below("unit");

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<Member>> ReadAsync(IQueryable<Member> rows, ResolverContext context)
    {
        var ct = context.CancellationToken;
        var members = await rows.ToListAsync(ct);
        Guid[] ids = [.. members.Select(m => m.Id)];
        if (Standing.Any(context.IsSelected))
        {
            await context.DataLoader<StandingByMember>().LoadAsync(ids, ct);
        }

        if (Home.Any(context.IsSelected))
        {
            await context.DataLoader<HomeByMember>().LoadAsync(ids, ct);
        }

        return members;
    }

    private static string[] Below(params string[] fields) =>
        [.. fields.SelectMany(field => new[] { $"nodes.{field}", $"edges.node.{field}" })];
}
