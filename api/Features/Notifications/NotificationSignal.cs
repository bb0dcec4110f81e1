using Cooperator.Api.Platform.Events;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.Api.Features.Notifications;

/// <summary>Carries the word of a new notification from the node that planned it to where the member listens.</summary>
internal sealed class NotificationSignal(ITopicEventSender topics) : ISignalConsumer
{
    public const string ChannelName = "cooperator_notifications";

    public const string OfNewOnes = $"""
        CREATE OR REPLACE FUNCTION notify_of_notification() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('{ChannelName}', NEW.member_id || ' ' || NEW.id);
            RETURN NULL;
        END $$;
        CREATE OR REPLACE TRIGGER notifications_tell_of_new_ones AFTER INSERT ON notifications
            FOR EACH ROW WHEN (NEW.in_inbox) EXECUTE FUNCTION notify_of_notification();
        """;

    public string Channel => ChannelName;

    public static string TopicOf(Guid memberId) => $"inbox:{memberId}";

    // Who missed one sees it when the inbox is read again.
    public ValueTask ListeningAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask HearAsync(string payload, CancellationToken cancellationToken)
    {
        var ids = payload.Split(' ');
        await topics.SendAsync(TopicOf(Guid.Parse(ids[0])), Guid.Parse(ids[1]), cancellationToken);
    }
}
