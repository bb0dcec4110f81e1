using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Cooperator.GraphQL.Types;

/// <summary>Anything of a schema that is found by its name.</summary>
public interface INamed
{
    /// <summary>The GraphQL name.</summary>
    string Name { get; }
}

/// <summary>An immutable list in definition order whose items are also found by name.</summary>
public sealed class NamedList<T> : IReadOnlyList<T>
    where T : class, INamed
{
    /// <summary>The list without items.</summary>
    public static readonly NamedList<T> Empty = new([]);

    private readonly T[] items;
    private readonly Dictionary<string, T> byName;

    /// <summary>Takes the items in order; of two with one name the first is found (the schema's checks refuse such a pair).</summary>
    public NamedList(IEnumerable<T> items)
    {
        this.items = [.. items];
        byName = new Dictionary<string, T>(this.items.Length, StringComparer.Ordinal);
        foreach (var item in this.items)
        {
            byName.TryAdd(item.Name, item);
        }
    }

    /// <inheritdoc />
    public int Count => items.Length;

    /// <inheritdoc />
    public T this[int index] => items[index];

    /// <summary>The item of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T this[string name] => byName[name];

    /// <summary>The item of that name, or null.</summary>
    public T? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Whether there is an item of that name.</summary>
    public bool TryGet(string name, [MaybeNullWhen(false)] out T item) => byName.TryGetValue(name, out item);

    /// <summary>Whether there is an item of that name.</summary>
    public bool Contains(string name) => byName.ContainsKey(name);

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
