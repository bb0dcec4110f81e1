namespace Cooperator.GraphQL.Execution;

/// <summary>
/// Executes the later parts of a response side by side, in one run after the first: data loaders load for all of them together, as they do for a level
/// of the first result.
/// </summary>
internal sealed class PartRuns : IDisposable
{
    // As much as graphql-js reads ahead.
    private const int MostItemsAtOnce = 100;

    private readonly DividedWork _left;
    private readonly PayloadWriter _payload;
    private readonly JsonBuffer _buffer = new();
    private readonly ResultSlots _slots = new();
    private readonly OperationRun _run;
    private readonly Queue<DeferredPart> _wanted = [];
    private readonly HashSet<DeferredPart> _known = [];
    private readonly List<DeferredPart> _running = [];
    private readonly HashSet<PartRoot> _kept = [];
    private PartRoot? _starting;

    public PartRuns(OperationContext operation, DividedWork left, PayloadWriter payload)
    {
        _left = left;
        _payload = payload;
        _run = new OperationRun(operation, _buffer, _slots, left);
    }

    /// <summary>Whether a resolver waits.</summary>
    public bool IsWaiting => _run.IsWaiting;

    /// <summary>Whether what is done can be told from what is not: not while some resolvers that waited have been continued and others not.</summary>
    public bool CanSettle => _starting is not null;

    /// <summary>Has a part executed, once.</summary>
    public void Want(DeferredPart part)
    {
        if (_known.Add(part))
        {
            _wanted.Enqueue(part);
        }
    }

    /// <summary>Begins with what is wanted; false when there was nothing.</summary>
    public async ValueTask<bool> StartWantedAsync()
    {
        var isAny = _wanted.Count > 0;
        while (_wanted.TryDequeue(out var part))
        {
            if (!part.IsWanted)
            {
                continue;
            }

            MakeRoom();
            part.Root = PartRoot.OfObject(_slots, part.Selections, part.Origin);
            _running.Add(part);
            await StartAsync(part.Root, part.Value).ConfigureAwait(false);
        }

        return isAny;
    }

    /// <summary>Begins with the next items of a stream, as far as they are there.</summary>
    public async ValueTask StartNextAsync(StreamedList stream)
    {
        MakeRoom();
        for (var count = 0; count < MostItemsAtOnce && stream.TryRead(out var value); count++)
        {
            var item = PartRoot.OfItem(_slots, stream);
            stream.Begin(item);
            await StartAsync(item, new[] { value }).ConfigureAwait(false);
            if (item.IsDropped)
            {
                break;
            }
        }
    }

    /// <summary>Lets data loaders load, or waits for whatever execution waits for.</summary>
    public ValueTask ResumeAsync(IReadOnlyList<Task> others) => _run.ResumeAsync(others);

    /// <summary>Takes the parts that are done, in the order they were begun.</summary>
    /// <param name="waiting">What <see cref="Waiting"/> gives.</param>
    public List<DeferredPart> TakeDone(HashSet<ResultNode> waiting)
    {
        var done = _running.FindAll(part => IsDone(part.Root!, waiting));
        _running.RemoveAll(part => IsDone(part.Root!, waiting));
        return done;
    }

    /// <summary>The parts and items of which something is still executed.</summary>
    public HashSet<ResultNode> Waiting()
    {
        var waiting = _run.WaitingRoots();
        if (_starting is not null)
        {
            waiting.Add(_starting);
        }

        return waiting;
    }

    /// <summary>Whether nothing of a part is executed any more.</summary>
    public static bool IsDone(PartRoot root, HashSet<ResultNode> waiting) => root.IsDropped || !waiting.Contains(root);

    /// <summary>Tells the client the fields of a part.</summary>
    public void Deliver(DeferredPart part, string id, IReadOnlyList<object> subPath)
    {
        _payload.AddData(id, subPath, part.Root!, _slots, _buffer);
        _kept.Remove(part.Root!);
    }

    /// <summary>Tells the client items of a stream.</summary>
    public void Deliver(StreamedList stream, IReadOnlyList<PartRoot> items)
    {
        _payload.AddItems(stream.Id!, items, _slots, _buffer);
        _kept.ExceptWith(items);
    }

    /// <summary>Stops a part that nobody wants any more.</summary>
    public void Abandon(DeferredPart part)
    {
        _known.Add(part);
        _running.Remove(part);
        if (part.Root is { } root)
        {
            Abandon(root);
        }

        part.Streams.ForEach(stream => stream.Close());
    }

    /// <summary>Stops an item that nobody wants any more.</summary>
    public void Abandon(PartRoot root)
    {
        _run.Drop(root);
        _kept.Remove(root);
        _left.Take(root);
    }

    /// <summary>Lets everything come to its end that was begun, without a result.</summary>
    public ValueTask AbandonAsync(Exception reason) => _run.AbandonAsync(reason);

    /// <summary>What a part or an item has left for later ones.</summary>
    public LeftWork Left(PartRoot root) => _left.Take(root);

    public void Dispose()
    {
        _buffer.Dispose();
        _slots.Dispose();
    }

    private async ValueTask StartAsync(PartRoot root, object? value)
    {
        _kept.Add(root);
        _starting = root;
        await _run.StartAsync(root, value).ConfigureAwait(false);
        _starting = null;
    }

    /// <summary>Begins anew with empty buffers when nothing in them is needed: a stream may be endless.</summary>
    private void MakeRoom()
    {
        if (_kept.Count == 0)
        {
            _buffer.Truncate(0);
            _slots.Clear();
        }
    }
}
