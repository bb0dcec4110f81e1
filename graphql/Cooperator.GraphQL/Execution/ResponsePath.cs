namespace Cooperator.GraphQL.Execution;

/// <summary>The way to a place in the response: response names (<see cref="string"/>) and list indices (<see cref="int"/>), see section 7.1.7 of the specification.</summary>
/// <param name="Parent">The way to the enclosing object or list; null at the top.</param>
/// <param name="Key">The last step: a response name or an index.</param>
public sealed record ResponsePath(ResponsePath? Parent, object Key)
{
    /// <summary>The steps from the top.</summary>
    public IReadOnlyList<object> ToList()
    {
        var length = 0;
        for (var step = this; step is not null; step = step.Parent)
        {
            length++;
        }

        var keys = new object[length];
        for (var step = this; step is not null; step = step.Parent)
        {
            keys[--length] = step.Key;
        }

        return keys;
    }

    /// <summary>The way as people write it: <c>members[3].unit</c>.</summary>
    public override string ToString() =>
        (Parent, Key) switch
        {
            (_, int index) => $"{Parent}[{index}]",
            (null, _) => $"{Key}",
            _ => $"{Parent}.{Key}",
        };
}
