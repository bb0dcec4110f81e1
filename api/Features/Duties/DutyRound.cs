using Cooperator.Api.Features.Coops;
using Cooperator.Api.Platform.Jobs;

namespace Cooperator.Api.Features.Duties;

/// <summary>Hands out, in every co-op, the days of duties that have come near enough.</summary>
internal sealed class DutyRound(EachCoop coops) : IRecurringJob
{
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var days = await coops.SumAsync(
            (services, ct) => services.GetRequiredService<DutyPlanner>().PlanAsync(ct),
            cancellationToken
        );
        return days == 0 ? "No duty had to be handed out." : $"Days of duties handed out: {days}.";
    }
}
