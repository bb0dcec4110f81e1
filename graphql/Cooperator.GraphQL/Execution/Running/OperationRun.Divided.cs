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
        var sequence = _divided!.Sequences.Open(items, _operation.CancellationToken);
        try
        {
            var first = await sequence.ReadFirstAsync(count).ConfigureAwait(false);
            if (first.Count == count)
            {
                return new PartlyRead(first, sequence);
            }

            await sequence.CloseAsync().ConfigureAwait(false);
            return first;
        }
        catch
        {
            await sequence.CloseAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Lets a value go that has come too late: null stands in its place.</summary>
    private static void Discard(Task<object?> late)
    {
        if (late is { IsCompletedSuccessfully: true, Result: PartlyRead read })
        {
            _ = read.Rest.CloseAsync();
        }

        // What went wrong with it is of no interest either.
        _ = late.Exception;
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
    private sealed record PartlyRead(List<object?> First, OpenSequence Rest);
}
