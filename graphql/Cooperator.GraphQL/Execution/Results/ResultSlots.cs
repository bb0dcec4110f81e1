using System.Buffers;

namespace Cooperator.GraphQL.Execution;

/// <summary>The places of the response that are filled one by one, all in one pooled array.</summary>
internal sealed class ResultSlots : IDisposable
{
    private ResultSlot[] _slots = ArrayPool<ResultSlot>.Shared.Rent(64);
    private int _count;

    public ref ResultSlot this[int index] => ref _slots[index];

    /// <summary>Takes a run of slots, all null; gives the first.</summary>
    public int Take(int count)
    {
        var first = _count;
        _count = checked(_count + count);
        if (_count > _slots.Length)
        {
            var larger = ArrayPool<ResultSlot>.Shared.Rent(Math.Max(_count, _slots.Length * 2));
            _slots.AsSpan(0, first).CopyTo(larger);
            ArrayPool<ResultSlot>.Shared.Return(_slots, clearArray: true);
            _slots = larger;
        }

        _slots.AsSpan(first, count).Clear();
        return first;
    }

    /// <summary>Gives every slot back at once.</summary>
    public void Clear()
    {
        _slots.AsSpan(0, _count).Clear();
        _count = 0;
    }

    public void Dispose()
    {
        // Slots refer to nodes: the pool must not keep them alive.
        ArrayPool<ResultSlot>.Shared.Return(_slots, clearArray: true);
        _slots = [];
        _count = 0;
    }
}

/// <summary>One place: JSON that is already written, an object or list that is still filled, null, or nothing at all.</summary>
internal struct ResultSlot
{
    private const int LeftOut = -1;

    /// <summary>Where the JSON starts in the buffer.</summary>
    public int Start { get; private set; }

    /// <summary>How long the JSON is; 0 when there is none.</summary>
    public int Length { get; private set; }

    /// <summary>The object or list that stands here.</summary>
    public ResultNode? Child { get; private set; }

    /// <summary>Whether the field is not part of the response.</summary>
    public readonly bool IsLeftOut => Length == LeftOut;

    public static ResultSlot Omitted => new() { Length = LeftOut };

    public static ResultSlot Of(ResultNode child) => new() { Child = child };

    public static ResultSlot Json(int start, int end) => new() { Start = start, Length = end - start };
}
