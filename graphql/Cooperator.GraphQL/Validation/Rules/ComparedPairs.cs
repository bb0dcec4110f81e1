namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Remembers which pairs were compared, and whether as fields that can never be in one answer: then less was compared.</summary>
internal sealed class ComparedPairs<TFirst, TSecond>
    where TFirst : class
    where TSecond : class
{
    private readonly Dictionary<(TFirst, TSecond), bool> _pairs = [];

    /// <summary>Whether the pair was compared at least as strictly.</summary>
    public bool Contains(TFirst first, TSecond second, bool exclusive) =>
        _pairs.TryGetValue((first, second), out var comparedAsExclusive) && (exclusive || !comparedAsExclusive);

    /// <summary>Remembers the pair.</summary>
    /// <returns>Whether it still had to be compared.</returns>
    public bool Add(TFirst first, TSecond second, bool exclusive)
    {
        if (Contains(first, second, exclusive))
        {
            return false;
        }

        _pairs[(first, second)] = exclusive;
        return true;
    }
}
