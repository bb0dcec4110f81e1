using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>Whether what an operation selects is the same for everybody who is told of an event: see <see cref="SameForAllAttribute"/>.</summary>
internal static class Audience
{
    /// <summary>Looks at every field of every type that a value may be of. The rules of root fields are asked for each subscriber and do not count.</summary>
    public static bool IsOne(SelectionSet root, Schema schema) =>
        Array.TrueForAll(root.Selections, selection => selection.Field.IsSameForAll && IsOneBelow(selection, schema));

    private static bool IsOne(Selection selection, Schema schema) =>
        selection.Constant is not null
        || (
            selection.IsUnguarded
            && (selection.Pure is not null || selection.Field.IsSameForAll)
            && IsOneBelow(selection, schema)
        );

    private static bool IsOneBelow(Selection selection, Schema schema)
    {
        if (!selection.Field.Type.Named.IsComposite)
        {
            return true;
        }

        foreach (var type in schema.GetPossibleTypes(selection.Field.Type.Named))
        {
            if (!Array.TrueForAll(selection.SelectionsFor(type).Selections, below => IsOne(below, schema)))
            {
                return false;
            }
        }

        return true;
    }
}
