using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.Api.Platform.Events;

/// <summary>Wakes the subscriptions of this node.</summary>
internal sealed class TopicPublisher(ITopicEventSender topics) : IEventConsumer
{
    public async ValueTask ConsumeAsync(CoopEvent happened, CancellationToken cancellationToken)
    {
        await topics.SendAsync(CoopEvent.Topic(happened.CoopId, happened.SubjectType), happened, cancellationToken);
        await topics.SendAsync(CoopEvent.TopicOfAll(happened.CoopId), happened, cancellationToken);
    }
}
