using System.Collections;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>The items of a list that are delivered one after another.</summary>
/// <param name="list">The place of the list, which has the first items.</param>
/// <param name="usage">The directive.</param>
/// <param name="itemType">The type of the items.</param>
/// <param name="source">All the items, if they are there already.</param>
/// <param name="sequence">What gives the items, if they are still to come.</param>
internal sealed class StreamedList(
    ResultNode list,
    StreamUsage usage,
    GraphQLType itemType,
    IList? source,
    OpenSequence? sequence
)
{
    private bool _isRead;

    public ResultNode List => list;

    public Selection Field => usage.Items;

    public GraphQLType ItemType => itemType;

    public string? Label => usage.Label;

    public ResponsePath? Path { get; } = list.Path;

    /// <summary>The index of the item that is read next.</summary>
    public int NextIndex { get; private set; } = list.Count;

    /// <summary>The items that are being executed, in order.</summary>
    public Queue<PartRoot> Running { get; } = [];

    /// <summary>What the client knows it by.</summary>
    public string? Id { get; set; }

    /// <summary>What the source of the items has thrown.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether nobody wants more items.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether every item was read and delivered.</summary>
    public bool IsDone => _isRead && Running.Count == 0;

    /// <summary>Whether it is time for the next items, be they there or not.</summary>
    public bool WantsItems => !_isRead && !IsClosed && Running.Count == 0;

    /// <summary>Completes when the next item has come, at any moment; null when none is waited for.</summary>
    public Task? Moving => sequence?.Moving;

    /// <summary>Reads the next item if it is there.</summary>
    public bool TryRead(out object? item)
    {
        item = null;
        if (_isRead || IsClosed)
        {
            return false;
        }

        try
        {
            var isItem = TryMove(out item);
            _isRead |= isItem is false;
            return isItem is true;
        }
        catch (Exception exception)
        {
            // What came before is delivered; the source itself is broken.
            Failure = exception;
            _isRead = true;
            return false;
        }
    }

    /// <summary>An item that was read is being executed.</summary>
    public void Begin(PartRoot item)
    {
        Running.Enqueue(item);
        NextIndex++;
    }

    /// <summary>Gives up what was not read.</summary>
    public void Close()
    {
        IsClosed = true;
        _ = sequence?.CloseAsync();
    }

    private bool? TryMove(out object? item)
    {
        if (source is null)
        {
            return sequence!.TryMove(out item);
        }

        // Finding out at once that there is nothing more saves the client a result that says only that.
        var left = source.Count - NextIndex;
        _isRead = left <= 1;
        item = left > 0 ? source[NextIndex] : null;
        return left > 0;
    }
}
