namespace Cooperator.GraphQL.Execution;

/// <summary>Deferred fields of one object.</summary>
internal sealed class DeferredPart(DeliveryGroup[] groups, ResultNode origin, object? value, SelectionSet selections)
{
    /// <summary>Every group that asks for them.</summary>
    public DeliveryGroup[] Groups => groups;

    /// <summary>The object in the earlier part of the response.</summary>
    public ResultNode Origin => origin;

    /// <summary>The object itself.</summary>
    public object? Value => value;

    public SelectionSet Selections => selections;

    /// <summary>Whether a group is still to be delivered that asks for them.</summary>
    public bool IsWanted => Array.Exists(groups, group => group.IsOpen);

    /// <summary>Where the fields are resolved to; null before they are.</summary>
    public PartRoot? Root { get; set; }

    /// <summary>Why there are no fields: null came where it may not.</summary>
    public GraphQLError? Failure { get; set; }

    /// <summary>The lists among the fields that are streamed; they begin when the fields were delivered.</summary>
    public List<StreamedList> Streams { get; } = [];
}
