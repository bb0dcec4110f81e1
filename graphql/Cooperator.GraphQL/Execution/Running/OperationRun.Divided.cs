using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>Leaves parts of the response for later, and executes them then.</summary>
internal sealed partial class OperationRun
{
    /// <summary>Whether a resolver waits.</summary>
    public bool IsWaiting => _waiting.Count > 0;

    /// <summary>The parts of the response in which a resolver waits.</summary>
    public HashSet<ResultNode> WaitingRoots() => [.. _waiting.Select(pending => pending.Node.Root)];

    /// <summary>Executes the fields of an object, or an item, until they wait for loaders.</summary>
    public ValueTask StartAsync(PartRoot root, object? value)
    {
        _frames.Add(new Frame(root, value, 0, root.Count));
        return RunFramesAsync();
    }

    /// <summary>Lets one loader load and continues whoever waited for it; when none is asked, waits for whatever execution or the caller waits for.</summary>
    public async ValueTask ResumeAsync(IReadOnlyList<Task> others)
    {
        _operation.CancellationToken.ThrowIfCancellationRequested();
        await BeforeWaitingAsync().ConfigureAwait(false);
        await LoadNextOrWaitAsync(others).ConfigureAwait(false);
    }

    /// <summary>Gives up what is executed of a part.</summary>
    public void Drop(PartRoot root)
    {
        root.IsDropped = true;
        _hasDropped = true;
    }

    private void Defer(ResultNode node, object? value, SelectionSet selections)
    {
        if (selections.Deferral is { } deferral)
        {
            _divided!.Defer(node, value, deferral);
        }
    }

    private ValueTask BeforeWaitingAsync() => _divided?.BeforeWaiting?.Invoke() ?? ValueTask.CompletedTask;

    /// <summary>Whether the value of a field of that node comes as a stream; lists within lists do not.</summary>
    private static bool IsStreamed(ResultNode node, Selection field) =>
        field.Stream is not null && node.Selections is not null;

    private async Task<object?> ReadFirstAsync(IAsyncEnumerable<object?> items, StreamUsage usage)
    {
        var count = usage.InitialCount(_operation.Variables);
        var sequence = items.GetAsyncEnumerator(_operation.CancellationToken);
        try
        {
            var first = new List<object?>();
            while (first.Count < count)
            {
                if (!await sequence.MoveNextAsync().ConfigureAwait(false))
                {
                    await sequence.DisposeAsync().ConfigureAwait(false);
                    return first;
                }

                first.Add(sequence.Current);
            }

            return new PartlyRead(first, sequence);
        }
        catch
        {
            await sequence.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private void CompleteStreamedList(ResultNode node, int slot, Selection field, GraphQLType itemType, object value)
    {
        var usage = field.Stream!;
        if (value is PartlyRead read)
        {
            var begun = AddList(node, slot, field, itemType, read.First, read.First.Count);
            _divided!.Stream(new StreamedList(begun, usage, itemType, source: null, read.Rest));
            return;
        }

        var items = ListItems.Counted(ListItems.Of(value) ?? throw FieldErrors.NotAList(field));
        var count = usage.InitialCount(_operation.Variables);
        var list = AddList(node, slot, field, itemType, items, Math.Min(count, items.Count));
        if (count <= items.Count)
        {
            _divided!.Stream(new StreamedList(list, usage, itemType, items, sequence: null));
        }
    }

    /// <param name="First">The items that were read.</param>
    /// <param name="Rest">What gives the others.</param>
    private sealed record PartlyRead(List<object?> First, IAsyncEnumerator<object?> Rest);
}
