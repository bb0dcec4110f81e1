using Cooperator.Api.Features.Coops;
using Cooperator.Api.Platform.Jobs;

namespace Cooperator.Api.Features.Notifications;

/// <summary>The net below the planner: events that were committed while no node listened.</summary>
internal sealed class PlanningRound(EachCoop coops, WaitingCoops unplanned) : IRecurringJob
{
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var left = await coops.SumAsync(
            await unplanned.ToPlanAsync(cancellationToken),
            async (services, ct) =>
                await services.GetRequiredService<EventPlanning>().PlanAsync(ct) is Planned.All ? 0 : 1,
            cancellationToken
        );
        return left == 0 ? "Everything that happened is planned." : $"In {left} co-ops there is more to plan.";
    }
}
