using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Jobs;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Jobs;

[QueryType]
[Authorize(Policy = Policies.Operator)]
public static class JobQueries
{
    /// <summary>What the house does by itself at its hours, by name.</summary>
    public static IReadOnlyList<JobPlan> GetJobs([Service] IEnumerable<JobPlan> plans) =>
        [.. plans.OrderBy(p => p.Name, StringComparer.Ordinal)];
}
