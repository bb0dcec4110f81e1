using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Differential.Mutating;

/// <summary>A text and its broken relatives.</summary>
internal static class Mutation
{
    /// <summary>The text, and what is left of it when characters, tokens, nodes and bytes are changed.</summary>
    public static IEnumerable<Source> Of(string text, int seed)
    {
        var random = new Random(seed);
        yield return new Source(text);
        yield return new Source(TokenMutator.Mutate(text, random));
        yield return new Source(TreeMutator.Mutate(text, random));
        yield return new Source(TreeMutator.Mutate(TreeMutator.Mutate(text, random), random));
        yield return random.Next(2) == 0
            ? new Source(new TextMutator(seed).Mutate(text))
            : new Source(ByteMutator.Mutate(text, random));
    }
}
