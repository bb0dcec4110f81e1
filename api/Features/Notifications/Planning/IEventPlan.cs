using Cooperator.Api.Database.Events;

namespace Cooperator.Api.Features.Notifications;

/// <summary>Makes of events what is to be told of them. All plans of a batch and the cursor are one transaction.</summary>
public interface IEventPlan
{
    /// <summary>Adds what follows from the events to what is saved next.</summary>
    Task PlanAsync(IReadOnlyList<EventLogEntry> events, CancellationToken ct);
}
