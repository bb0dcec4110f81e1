using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Differential.Mutating;

namespace Cooperator.GraphQL.Tests.Differential;

/// <summary>Finds the smallest document that still shows a difference.</summary>
internal static class Shrinking
{
    /// <summary>Leaves out nodes, then tokens, then characters, in ever smaller pieces, as long as <paramref name="differs"/>.</summary>
    public static string Shrink(string text, Func<string, bool> differs)
    {
        text = ShrinkTree(text, differs);
        var tokens = TokenMutator.Split(text);
        if (differs(string.Join(' ', tokens)))
        {
            text = Shrink(tokens, " ", differs);
        }

        return text.Length > 400 ? text : Shrink([.. text.Select(character => character.ToString())], "", differs);
    }

    private static string ShrinkTree(string text, Func<string, bool> differs)
    {
        while (true)
        {
            var source = new Source(text);
            var smaller = TreeMutator
                .NodesOf(source)
                .OrderByDescending(node => node.Location.End - node.Location.Start)
                .Select(node => TreeMutator.Replace(source, node, ""))
                .FirstOrDefault(differs);
            if (smaller is null)
            {
                return text;
            }

            text = smaller;
        }
    }

    private static string Shrink(List<string> pieces, string separator, Func<string, bool> differs)
    {
        for (var size = Math.Max(1, pieces.Count / 2); size > 0; size /= 2)
        {
            for (var start = 0; start < pieces.Count; )
            {
                var fewer = pieces[..start];
                fewer.AddRange(pieces[Math.Min(pieces.Count, start + size)..]);
                if (differs(string.Join(separator, fewer)))
                {
                    pieces = fewer;
                }
                else
                {
                    start += size;
                }
            }
        }

        return string.Join(separator, pieces);
    }
}
