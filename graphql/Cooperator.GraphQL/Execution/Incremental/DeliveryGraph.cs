namespace Cooperator.GraphQL.Execution;

/// <summary>
/// Decides what is executed and delivered when: a group after the group it is nested in, a group as a whole, a part shared by groups with the first of
/// them, streams of a part after that part. As graphql-js's "createWorkQueue" does.
/// </summary>
/// <param name="payload">Is told what the client is to be told.</param>
/// <param name="runs">Executes parts.</param>
internal sealed class DeliveryGraph(PayloadWriter payload, PartRuns runs)
{
    private int _openGroups;

    /// <summary>The streams that are being read.</summary>
    public List<StreamedList> Streams { get; } = [];

    /// <summary>Whether there is something the client waits for.</summary>
    public bool IsOpen => _openGroups + Streams.Count > 0;

    /// <summary>Takes what the first result, or items of a stream, have left.</summary>
    public void Add(params IReadOnlyList<LeftWork> left)
    {
        var groups = new List<DeliveryGroup>();
        foreach (var work in left)
        {
            groups.AddRange(Prune(Integrate(work)));
        }

        var streams = left.SelectMany(work => work.Streams).ToList();
        Announce(groups, streams);
        Open(groups, streams);
    }

    /// <summary>A part was executed.</summary>
    public void Succeed(DeferredPart part, LeftWork left)
    {
        Integrate(left);
        part.Streams.AddRange(left.Streams);
        var groups = new List<DeliveryGroup>();
        var streams = new List<StreamedList>();
        foreach (var group in part.Groups)
        {
            if (group.IsOpen)
            {
                group.Unfinished--;
                FinishIfDone(group, groups, streams);
            }
        }

        Open(groups, streams);
    }

    /// <summary>A part could not be executed: null came where it may not. Groups that were not announced yet fail when they are.</summary>
    public void Fail(DeferredPart part, GraphQLError error)
    {
        part.Failure = error;
        foreach (var group in part.Groups)
        {
            if (group.IsAnnounced)
            {
                Fail(group, error);
            }
        }
    }

    /// <summary>Ends a stream.</summary>
    public void Complete(StreamedList stream, params IReadOnlyList<GraphQLError> errors)
    {
        stream.Close();
        Streams.Remove(stream);
        payload.Complete(stream.Id!, errors);
    }

    private List<DeliveryGroup> Integrate(LeftWork left)
    {
        var roots = new List<DeliveryGroup>();
        var all = new HashSet<DeliveryGroup>(left.Groups);
        var visited = new HashSet<DeliveryGroup>();
        foreach (var group in left.Groups)
        {
            AddGroup(group, all, visited, roots);
        }

        foreach (var part in left.Parts)
        {
            foreach (var group in part.Groups)
            {
                if (group.IsOpen)
                {
                    group.Parts.Add(part);
                    group.Unfinished++;
                    if (group.IsAnnounced)
                    {
                        runs.Want(part);
                    }
                }
            }
        }

        return roots;
    }

    private static void AddGroup(
        DeliveryGroup group,
        HashSet<DeliveryGroup> all,
        HashSet<DeliveryGroup> visited,
        List<DeliveryGroup> roots
    )
    {
        if (!visited.Add(group))
        {
            return;
        }

        if (group.Parent is null)
        {
            group.IsOpen = true;
            roots.Add(group);
            return;
        }

        if (all.Contains(group.Parent))
        {
            AddGroup(group.Parent, all, visited, roots);
        }

        if (group.Parent.IsOpen)
        {
            group.IsOpen = true;
            group.Parent.Children.Add(group);
        }
    }

    /// <summary>A group that brings nothing is never told of; what is nested in it takes its place.</summary>
    private static List<DeliveryGroup> Prune(List<DeliveryGroup> groups)
    {
        var kept = new List<DeliveryGroup>();
        foreach (var group in groups)
        {
            if (group.Parts.Count > 0)
            {
                kept.Add(group);
            }
            else if (group.IsOpen)
            {
                group.IsOpen = false;
                kept.AddRange(Prune(group.Children));
            }
        }

        return kept;
    }

    private void Announce(List<DeliveryGroup> groups, List<StreamedList> streams)
    {
        foreach (var group in groups)
        {
            group.Id = payload.Announce(group.Node.Path, group.Usage.Label);
            _openGroups++;
        }

        foreach (var stream in streams)
        {
            stream.Id = payload.Announce(stream.Path, stream.Label);
        }
    }

    /// <summary>Begins with what was announced; the lists grow by what that brings along.</summary>
    private void Open(List<DeliveryGroup> groups, List<StreamedList> streams)
    {
        for (var index = 0; index < groups.Count; index++)
        {
            var group = groups[index];
            foreach (var part in group.Parts)
            {
                runs.Want(part);
            }

            if (group.Parts.Find(part => part.Failure is not null)?.Failure is { } failure)
            {
                Fail(group, failure);
            }
            else
            {
                FinishIfDone(group, groups, streams);
            }
        }

        Streams.AddRange(streams);
    }

    private void FinishIfDone(DeliveryGroup group, List<DeliveryGroup> groups, List<StreamedList> streams)
    {
        if (!group.IsAnnounced || group.Unfinished > 0)
        {
            return;
        }

        Close(group);
        var newStreams = new List<StreamedList>();
        foreach (var part in group.Parts.ToArray())
        {
            var (id, subPath) = Address(part, group);
            runs.Deliver(part, id, subPath);
            newStreams.AddRange(part.Streams);
            Forget(part);
        }

        payload.Complete(group.Id!);
        var newGroups = Prune(group.Children);
        Announce(newGroups, newStreams);
        groups.AddRange(newGroups);
        streams.AddRange(newStreams);
    }

    /// <summary>Tells where a part belongs, from the deepest place that the client knows of.</summary>
    private static (string Id, IReadOnlyList<object> SubPath) Address(DeferredPart part, DeliveryGroup group)
    {
        var best = group;
        var length = Length(group);
        foreach (var other in part.Groups)
        {
            if (other.IsAnnounced && Length(other) > length)
            {
                (best, length) = (other, Length(other));
            }
        }

        return (best.Id!, [.. (part.Origin.Path?.ToList() ?? []).Skip(length)]);

        static int Length(DeliveryGroup group) => group.Node.Path?.ToList().Count ?? 0;
    }

    private void Fail(DeliveryGroup group, GraphQLError error)
    {
        Close(group);
        payload.Complete(group.Id!, error);
        Remove(group);
    }

    private void Remove(DeliveryGroup group)
    {
        group.IsOpen = false;
        foreach (var part in group.Parts.ToArray())
        {
            if (Array.TrueForAll(part.Groups, one => !one.IsOpen))
            {
                Forget(part);
                runs.Abandon(part);
            }
        }

        foreach (var child in group.Children)
        {
            Remove(child);
        }
    }

    private void Close(DeliveryGroup group)
    {
        group.IsOpen = false;
        _openGroups--;
    }

    private static void Forget(DeferredPart part)
    {
        foreach (var group in part.Groups)
        {
            group.Parts.Remove(part);
        }
    }
}
