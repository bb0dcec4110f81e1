namespace Cooperator.GraphQL.Execution;

/// <summary>What execution leaves for later parts of the response, as it comes upon it.</summary>
internal sealed class DividedWork
{
    private readonly Dictionary<ResultNode, List<DeliveryGroup>> _groupsOf = [];
    private readonly Dictionary<ResultNode, LeftWork> _left = [];

    /// <summary>Called before execution waits for something: what is ready should not wait with it.</summary>
    public Func<ValueTask>? BeforeWaiting { get; set; }

    /// <summary>What the items of streamed lists are read from.</summary>
    public OpenSequences Sequences { get; } = new(TimeSpan.FromSeconds(5));

    /// <summary>An object was reached, parts of which are deferred.</summary>
    public void Defer(ResultNode node, object? value, Deferral deferral)
    {
        var own = new List<DeliveryGroup>(deferral.Usages.Count);
        _groupsOf.Add(node, own);
        foreach (var usage in deferral.Usages)
        {
            own.Add(new DeliveryGroup(usage, node, usage.Parent is { } parent ? Find(parent, node) : null));
        }

        var left = Left(node);
        left.Groups.AddRange(own);
        foreach (var (part, selections) in deferral.Parts)
        {
            left.Parts.Add(
                new DeferredPart(Array.ConvertAll(part, usage => Find(usage, node)), node, value, selections)
            );
        }
    }

    /// <summary>A list was reached whose later items are streamed.</summary>
    public void Stream(StreamedList stream) => Left(stream.List).Streams.Add(stream);

    /// <summary>
    /// Takes what was left in one part of the response: what is deeper first, then in response order, whenever it was reached. Lists that null has taken
    /// the place of are closed.
    /// </summary>
    public LeftWork Take(ResultNode root)
    {
        if (!_left.Remove(root, out var left))
        {
            return new LeftWork([], [], []);
        }

        foreach (var stream in left.Streams)
        {
            if (!stream.List.IsAlive())
            {
                stream.Close();
            }
        }

        var order = new NodeOrder();
        return new LeftWork(
            Alive(left.Groups, group => group.Node),
            Alive(left.Parts, part => part.Origin),
            Alive(left.Streams, stream => stream.List)
        );

        List<T> Alive<T>(List<T> all, Func<T, ResultNode> node)
        {
            var alive = all.FindAll(one => node(one).IsAlive());
            return alive.Count < 2 ? alive : [.. alive.OrderBy(node, order)];
        }
    }

    private LeftWork Left(ResultNode node)
    {
        var root = node.Root;
        if (!_left.TryGetValue(root, out var left))
        {
            left = new LeftWork([], [], []);
            _left.Add(root, left);
        }

        return left;
    }

    private DeliveryGroup Find(DeferUsage usage, ResultNode node)
    {
        for (ResultNode? at = node; at is not null; at = at.Parent ?? (at as PartRoot)?.Origin)
        {
            if (_groupsOf.TryGetValue(at, out var groups) && groups.Find(group => group.Usage == usage) is { } found)
            {
                return found;
            }
        }

        throw new InvalidOperationException("A part of the response belongs to no @defer that was reached.");
    }

    /// <summary>What is below comes before, as if execution had left each object for the last time.</summary>
    private sealed class NodeOrder : IComparer<ResultNode>
    {
        private readonly Dictionary<ResultNode, int[]> _ways = [];

        public int Compare(ResultNode? x, ResultNode? y)
        {
            var (first, second) = (WayTo(x!), WayTo(y!));
            for (var step = 0; step < Math.Min(first.Length, second.Length); step++)
            {
                if (first[step] != second[step])
                {
                    return first[step].CompareTo(second[step]);
                }
            }

            return second.Length.CompareTo(first.Length);
        }

        private int[] WayTo(ResultNode node)
        {
            if (!_ways.TryGetValue(node, out var way))
            {
                var steps = new Stack<int>();
                for (var at = node; at.Parent is { } parent; at = parent)
                {
                    steps.Push(at.ParentSlot);
                }

                way = [.. steps];
                _ways.Add(node, way);
            }

            return way;
        }
    }
}

/// <summary>What one part of the response has left for later ones.</summary>
internal sealed record LeftWork(List<DeliveryGroup> Groups, List<DeferredPart> Parts, List<StreamedList> Streams);
