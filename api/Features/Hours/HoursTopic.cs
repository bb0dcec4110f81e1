using Cooperator.Api.Platform.Events;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.Api.Features.Hours;

/// <summary>Balances come from lines, periods and exemptions: who looks at one hears of all three.</summary>
internal sealed class HoursTopic(ITopicEventSender topics) : IEventConsumer
{
    internal const string Line = "hours";

    internal static string Of(Guid coopId) => CoopEvent.Topic(coopId, "balances");

    public ValueTask ConsumeAsync(CoopEvent happened, CancellationToken cancellationToken) =>
        happened.SubjectType is Line or "hours_period" or "work_exemption"
            ? topics.SendAsync(Of(happened.CoopId), happened, cancellationToken)
            : ValueTask.CompletedTask;
}
