namespace Cooperator.GraphQL.Redis;

/// <summary>What a node's subscribers of a topic are handed.</summary>
/// <param name="Json">The event; empty when events were missed.</param>
internal readonly record struct TopicEntry(ReadOnlyMemory<byte> Json)
{
    /// <summary>The server no longer had some events that this node had not read.</summary>
    public static readonly TopicEntry Missed;
}
