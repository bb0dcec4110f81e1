using System.Globalization;

namespace Cooperator.GraphQL.Tests.Differential;

/// <summary>What the comparisons with graphql-js share.</summary>
internal static class DifferentialRun
{
    /// <summary>Where a run begins.</summary>
    public static int FirstSeed { get; } = Setting("GRAPHQL_SEED", 1);

    /// <summary>How many documents a run tries.</summary>
    public static int Count { get; } = Setting("GRAPHQL_DOCUMENTS", 300);

    /// <summary>The seeds of one run.</summary>
    public static IEnumerable<int> Seeds() => Enumerable.Range(FirstSeed, Count);

    /// <summary>An error as the oracle shows it.</summary>
    public static string Describe(GraphQLError error) =>
        $"{error.Message} ({string.Join(", ", error.Locations.Select(location => $"{location.Line}:{location.Column}"))})";

    public static void AssertSame(string expected, string actual, int seed, string text) =>
        Assert.True(
            expected == actual,
            $"Seed {seed}.\n--- graphql-js:\n{expected}\n--- here:\n{actual}\n--- document:\n{text}"
        );

    private static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value
            : fallback;
}
