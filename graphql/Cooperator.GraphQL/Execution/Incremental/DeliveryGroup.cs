namespace Cooperator.GraphQL.Execution;

/// <summary>One <c>@defer</c> on one object: what a client is told is pending, and completed.</summary>
internal sealed class DeliveryGroup(DeferUsage usage, ResultNode node, DeliveryGroup? parent)
{
    public DeferUsage Usage => usage;

    /// <summary>The object.</summary>
    public ResultNode Node => node;

    /// <summary>The group that must be delivered before; null when nothing must.</summary>
    public DeliveryGroup? Parent => parent;

    /// <summary>What is still to be delivered with it.</summary>
    public List<DeferredPart> Parts { get; } = [];

    /// <summary>The groups that come after it.</summary>
    public List<DeliveryGroup> Children { get; } = [];

    /// <summary>How many of its parts are not executed yet.</summary>
    public int Unfinished { get; set; }

    /// <summary>Whether it is to be delivered, and was not yet.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether the client was told of it.</summary>
    public bool IsAnnounced => Id is not null && IsOpen;

    /// <summary>What the client knows it by.</summary>
    public string? Id { get; set; }
}
