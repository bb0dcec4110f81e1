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
    IAsyncEnumerator<object?>? sequence
)
{
    // As much as graphql-js reads ahead.
    private const int MostAtOnce = 100;

    private Task<bool>? _moving;
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

    /// <summary>What has gone wrong with the source of the items.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; set; } = [];

    /// <summary>Whether nobody wants more items.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Whether every item was read and delivered.</summary>
    public bool IsDone => _isRead && Running.Count == 0;

    /// <summary>The next item when it is not there yet.</summary>
    public Task? Moving => _moving is { IsCompleted: false } ? _moving : null;

    /// <summary>Whether items can be read without waiting for them.</summary>
    public bool HasMore => !_isRead && !IsClosed && Running.Count == 0 && Moving is null;

    /// <summary>Reads the items that are there, up to a limit.</summary>
    /// <exception cref="Exception">What the sequence throws.</exception>
    public IEnumerable<object?> Read()
    {
        for (var count = 0; count < MostAtOnce && TryRead(out var item); count++)
        {
            yield return item;
            NextIndex++;
        }

        // Finding out that there is nothing more saves the client a result that says only that.
        if (source is not null && NextIndex == source.Count)
        {
            _isRead = true;
        }
    }

    /// <summary>Gives up what was not read.</summary>
    public async ValueTask CloseAsync()
    {
        _isRead = true;
        if (_moving is not null)
        {
            await ((Task)_moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (sequence is not null)
        {
            await sequence.DisposeAsync().ConfigureAwait(false);
        }
    }

    private bool TryRead(out object? item)
    {
        item = null;
        if (_isRead)
        {
            return false;
        }

        if (source is not null)
        {
            _isRead = NextIndex >= source.Count;
            item = _isRead ? null : source[NextIndex];
            return !_isRead;
        }

        _moving ??= sequence!.MoveNextAsync().AsTask();
        if (!_moving.IsCompleted)
        {
            return false;
        }

        var moved = _moving;
        _moving = null;
        _isRead = true;
        _isRead = !moved.GetAwaiter().GetResult();
        item = _isRead ? null : sequence!.Current;
        return !_isRead;
    }
}
