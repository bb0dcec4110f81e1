namespace Cooperator.GraphQL.Tests.Differential.Generating;

/// <summary>Chance that comes out the same for the same seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>How often something is written wrongly.</summary>
    public double Mistakes { get; set; }

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public bool Errs() => Chance(Mistakes);

    public int Below(int count) => _random.Next(count);

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T Pick<T>(params IReadOnlyList<T> options) => options[_random.Next(options.Count)];

    public List<T> Some<T>(IEnumerable<T> items, int least, int most) =>
        [.. items.OrderBy(_ => _random.Next()).Take(Between(least, most))];

    /// <summary>The right word, or now and then the wrong one.</summary>
    public string Mistake(string right, string wrong) => Errs() ? wrong : right;

    public string Misspell(string name)
    {
        var position = _random.Next(name.Length);
        return _random.Next(6) switch
        {
            0 when name.Length > 1 && !char.IsDigit(name[position == 0 ? 1 : 0]) => name.Remove(position, 1),
            1 => name.Insert(position, "x"),
            2 => name.ToUpperInvariant(),
            3 when position > 1 => name[..(position - 1)]
                + name[position]
                + name[position - 1]
                + name[(position + 1)..],
            4 => name + Pick("s", "1", "2", "10", "_"),
            _ => "zzz" + name,
        };
    }
}
