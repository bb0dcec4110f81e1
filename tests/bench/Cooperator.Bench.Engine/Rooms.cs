using Cooperator.GraphQL;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.Bench.Engine;

/// <summary>Something was said in a room.</summary>
public sealed record Said(int Number, string Text);

[MutationType]
public static class RoomMutations
{
    public static async Task<Said> SayAsync(
        int room,
        int number,
        string text,
        ITopicEventSender topics,
        CancellationToken ct
    )
    {
        var said = new Said(number, text);
        await topics.SendAsync(RoomSubscriptions.Topic(room), said, ct);
        return said;
    }
}

[SubscriptionType]
public static class RoomSubscriptions
{
    [Subscribe(With = nameof(SubscribeToRoomAsync))]
    public static Said OnSaid(int room, [EventMessage] Said said) => said;

    public static ValueTask<ISourceStream<Said>> SubscribeToRoomAsync(
        int room,
        ITopicEventReceiver topics,
        CancellationToken ct
    ) => topics.SubscribeAsync<Said>(Topic(room), ct);

    internal static string Topic(int room) => $"room {room}";
}
