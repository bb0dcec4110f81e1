using System.Text;

namespace Cooperator.GraphQL.Tests.Differential.Mutating;

/// <summary>A text and its broken relatives.</summary>
internal static class Mutation
{
    /// <summary>The text, and what is left of it when characters, tokens, nodes and bytes are changed.</summary>
    public static IEnumerable<byte[]> Of(string text, int seed)
    {
        var random = new Random(seed);
        yield return Encoding.UTF8.GetBytes(text);
        yield return Encoding.UTF8.GetBytes(TokenMutator.Mutate(text, random));
        yield return Encoding.UTF8.GetBytes(TreeMutator.Mutate(text, random));
        yield return Encoding.UTF8.GetBytes(TreeMutator.Mutate(TreeMutator.Mutate(text, random), random));
        yield return random.Next(2) == 0
            ? Encoding.UTF8.GetBytes(new TextMutator(seed).Mutate(text))
            : ByteMutator.Mutate(text, random);
    }
}
