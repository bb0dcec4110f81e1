using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cooperator.Api.Platform.Events;

/// <summary>
/// Whether this node hears what happens. One that does not still answers requests, so it is not taken out; what is open
/// on it stays silent meanwhile, and catches up.
/// </summary>
internal sealed class EventsHealth(EventRelay relay) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(relay.Deaf is { } reason ? HealthCheckResult.Degraded(reason) : HealthCheckResult.Healthy());
}
