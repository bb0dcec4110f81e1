using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.Api.Platform.Events;

/// <summary>Wakes the subscriptions of this node.</summary>
internal sealed class TopicPublisher(ITopicEventSender topics) : IEventConsumer
{
    public ValueTask ConsumeAsync(CoopEvent happened, CancellationToken cancellationToken) =>
        topics.SendAsync(CoopEvent.Topic(happened.CoopId, happened.SubjectType), happened, cancellationToken);
}
