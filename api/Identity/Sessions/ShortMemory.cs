using System.Collections.Concurrent;

namespace Cooperator.Api.Identity;

/// <summary>
/// Remembers for a few seconds what the database said, so that a burst of requests asks once. What changes on this node
/// is forgotten at once; what changes on another node is noticed when the time is over.
/// </summary>
internal sealed class ShortMemory<TKey, TValue>(TimeProvider clock, TimeSpan lifetime)
    where TKey : notnull
    where TValue : class
{
    private const int MostEntries = 10_000;

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();
    private int _generation;

    /// <summary>A null answer is not remembered: what does not exist yet may exist in a moment.</summary>
    public async ValueTask<TValue?> GetAsync(
        TKey key,
        Func<TKey, CancellationToken, Task<TValue?>> ask,
        CancellationToken ct
    )
    {
        if (_entries.TryGetValue(key, out var entry) && clock.GetElapsedTime(entry.Since) < lifetime)
        {
            return entry.Value;
        }

        var since = clock.GetTimestamp();
        var generation = Volatile.Read(ref _generation);
        var value = await ask(key, ct);
        if (value is null)
        {
            _entries.TryRemove(key, out _);
            return null;
        }

        // An answer from before something was forgotten may be the very answer that had to be forgotten.
        if (generation == Volatile.Read(ref _generation))
        {
            if (_entries.Count >= MostEntries)
            {
                _entries.Clear();
            }

            _entries[key] = new Entry(value, since);
        }

        return value;
    }

    public void Forget(TKey key)
    {
        Interlocked.Increment(ref _generation);
        _entries.TryRemove(key, out _);
    }

    public void ForgetWhere(Func<TValue, bool> condition)
    {
        Interlocked.Increment(ref _generation);
        foreach (var (key, entry) in _entries)
        {
            if (condition(entry.Value))
            {
                _entries.TryRemove(key, out _);
            }
        }
    }

    public void ForgetAll()
    {
        Interlocked.Increment(ref _generation);
        _entries.Clear();
    }

    private sealed record Entry(TValue Value, long Since);
}
