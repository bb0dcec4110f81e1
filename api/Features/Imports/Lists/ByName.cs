namespace Cooperator.Api.Features.Imports.Lists;

/// <summary>Things by the name a list gives them: written just so, or else whatever the case of its letters.</summary>
internal sealed class ByName<T>(IReadOnlyList<T> known, Func<T, string> nameOf)
{
    private readonly List<T> all = [.. known];
    private readonly Dictionary<string, List<T>> byName = known
        .GroupBy(nameOf, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<T> All => all;

    public List<T> Find(string name) => Find(name, _ => true);

    /// <summary>Looks only among those that <paramref name="belongs"/> tells: what is written just so elsewhere is not meant.</summary>
    public List<T> Find(string name, Predicate<T> belongs)
    {
        var alike = (byName.GetValueOrDefault(name) ?? []).FindAll(belongs);
        var exactly = alike.FindAll(item => string.Equals(nameOf(item), name, StringComparison.Ordinal));
        return exactly.Count > 0 ? exactly : alike;
    }

    public void Add(T item)
    {
        if (!byName.TryGetValue(nameOf(item), out var alike))
        {
            byName.Add(nameOf(item), alike = []);
        }

        alike.Add(item);
        all.Add(item);
    }
}
