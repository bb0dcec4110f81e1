namespace Cooperator.GraphQL.Redis;

/// <summary>What a node's subscribers of a topic are handed.</summary>
/// <param name="Json">The event; empty when events were missed.</param>
internal readonly record struct TopicEntry(ReadOnlyMemory<byte> Json)
{
    /// <summary>The server no longer had some events that this node had not read.</summary>
    public static readonly TopicEntry Missed;
}

/// <summary>Ends a stream whose node was cut off for so long that the server no longer has all events: who goes on must look at everything anew.</summary>
public sealed class MissedEventsException(string topic)
    : GraphQLException(
        new GraphQLError($"The subscription was ended because events of \"{topic}\" were missed.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "MISSED_EVENTS" },
        }
    );
