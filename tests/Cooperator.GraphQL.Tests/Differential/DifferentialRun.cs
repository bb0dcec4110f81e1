using System.Buffers;
using System.Globalization;
using System.Text;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Differential;

/// <summary>
/// What the comparisons with graphql-js share. GRAPHQL_SEED and GRAPHQL_DOCUMENTS choose where a run begins and how many documents it makes up; each of
/// them is compared with several broken relatives.
/// </summary>
internal static class DifferentialRun
{
    /// <summary>What is expected where graphql-js has met what it did not expect: anything.</summary>
    public const string Crash = "Crash";

    private const string FirstFault = "First of: ";

    /// <summary>Where a run begins.</summary>
    public static int FirstSeed { get; } = Setting("GRAPHQL_SEED", 1);

    /// <summary>How many documents a run makes up.</summary>
    public static int Count { get; } = Setting("GRAPHQL_DOCUMENTS", 300);

    /// <summary>The seeds of one run.</summary>
    public static IEnumerable<int> Seeds() => Seeds(0, Count);

    /// <summary>The seeds of a part of a run.</summary>
    public static IEnumerable<int> Seeds(int offset, int count) => Enumerable.Range(FirstSeed + offset, count);

    /// <summary>An error as the oracle shows it.</summary>
    public static string Describe(GraphQLError error) =>
        $"{MarkHalves(error.Message)} ({string.Join(", ", error.Locations.Select(location => $"{location.Line}:{location.Column}"))})";

    /// <summary>Demands the same answer for every text; a text with another one is made as small as it can be.</summary>
    /// <param name="seed">Where the texts came from.</param>
    /// <param name="texts">The texts, perhaps no UTF-8, perhaps with halves of surrogate pairs.</param>
    /// <param name="expected">What graphql-js says about many texts at once.</param>
    /// <param name="actual">What is said here.</param>
    public static void Compare(
        int seed,
        IEnumerable<Source> texts,
        Func<IReadOnlyList<string>, IReadOnlyList<string>> expected,
        Func<Source, string> actual
    )
    {
        var all = texts.ToList();
        var answers = expected([.. all.Select(text => text.ToString())]);
        for (var index = 0; index < all.Count; index++)
        {
            if (!Agree(answers[index], actual(all[index])))
            {
                var smallest = Shrinking.Shrink(all[index].ToString(), Differs);
                Fail(seed, expected([smallest])[0], actual(new Source(smallest)), smallest);
            }
        }

        bool Differs(string text) => !Agree(expected([text])[0], actual(new Source(text)));
    }

    /// <summary>What graphql-js says when it stops at the first fault; here all faults are told. Without a place it has met what it did not expect.</summary>
    public static string FirstOf(OracleError fault) => fault.Locations.Length > 0 ? FirstFault + fault : Crash;

    // As the oracle does: an excerpt may end in the middle of a surrogate pair.
    private static string MarkHalves(string message)
    {
        var marked = new StringBuilder(message.Length);
        for (var position = 0; position < message.Length; )
        {
            var isWhole =
                Rune.DecodeFromUtf16(message.AsSpan(position), out var rune, out var length) is OperationStatus.Done;
            marked.Append(isWhole ? rune.ToString() : $"<{(int)message[position]:x}>");
            position += length;
        }

        return marked.ToString();
    }

    private static bool Agree(string expected, string actual) =>
        expected.StartsWith(FirstFault, StringComparison.Ordinal)
            ? actual.Split('\n').Contains(expected[FirstFault.Length..])
            : expected == Crash || expected == actual;

    public static void AssertSame(string expected, string actual, int seed, string text)
    {
        if (expected != actual)
        {
            Fail(seed, expected, actual, text);
        }
    }

    private static void Fail(int seed, string expected, string actual, string text) =>
        Assert.Fail(
            $"Seed {seed}.\n--- graphql-js:\n{expected}\n--- here:\n{actual}\n--- document:\n{MarkHalves(text)}"
        );

    private static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value
            : fallback;
}
