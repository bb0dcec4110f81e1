using System.Collections.Concurrent;

namespace Cooperator.GraphQL.Execution;

/// <summary>
/// A bounded cache in two generations: when the young one is full it becomes the old one, and the old one is dropped; what is found in the old one
/// moves to the young. What is in use stays, whatever else is added.
/// </summary>
/// <param name="mostEntries">How many values may be kept.</param>
/// <param name="mostBytes">How many bytes the values of one generation may have, and what they have grown by meanwhile.</param>
/// <param name="comparer">Compares keys.</param>
internal sealed class GenerationCache<TKey, TValue>(int mostEntries, long mostBytes, IEqualityComparer<TKey> comparer)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _gate = new();
    private volatile Generation _young = new(comparer);
    private volatile Generation _old = new(comparer);

    public int Count => _young.Entries.Count + _old.Entries.Count;

    public TValue? Find(TKey key)
    {
        if (_young.Entries.TryGetValue(key, out var entry))
        {
            return entry.Value;
        }

        if (_old.Entries.TryGetValue(key, out entry))
        {
            Add(entry.Key, entry.Value, entry.Bytes);
            return entry.Value;
        }

        return null;
    }

    /// <summary>Keeps a value; the key must stay as it is.</summary>
    public void Add(TKey key, TValue value, int bytes)
    {
        lock (_gate)
        {
            if (_young.Entries.Count >= Math.Max(1, mostEntries / 2) || _young.Bytes + bytes > mostBytes)
            {
                _old = _young;
                _young = new Generation(comparer);
            }

            if (bytes <= mostBytes && _young.Entries.TryAdd(key, new Entry(key, value, bytes)))
            {
                _young.Bytes += bytes;
            }
        }
    }

    /// <summary>Counts what values have grown by since they were added: the more they grow, the sooner the unused ones are dropped.</summary>
    public void Grow(long bytes)
    {
        lock (_gate)
        {
            _young.Bytes += bytes;
        }
    }

    private sealed record Entry(TKey Key, TValue Value, int Bytes);

    private sealed class Generation(IEqualityComparer<TKey> comparer)
    {
        public ConcurrentDictionary<TKey, Entry> Entries { get; } = new(comparer);

        public long Bytes { get; set; }
    }
}
