using System.Text;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Why fields of one response name can not be merged, and which they are, on either side.</summary>
internal sealed record FieldConflict(
    string ResponseName,
    string Reason,
    IReadOnlyList<SyntaxNode> Fields1,
    IReadOnlyList<SyntaxNode> Fields2
)
{
    private const int MaxLength = 1000;
    private const int MaxFields = 20;

    public FieldConflict(string responseName, string reason, FieldNode field1, FieldNode field2)
        : this(responseName, reason, [field1], [field2]) { }

    /// <summary>The conflict of two fields because of those below them; null when there are none.</summary>
    public static FieldConflict? Below(string name, FieldNode field1, FieldNode field2, List<FieldConflict> conflicts)
    {
        if (conflicts.Count == 0)
        {
            return null;
        }

        var reason = new StringBuilder();
        foreach (var conflict in conflicts)
        {
            reason.Append(reason.Length == 0 ? "" : " and ");
            reason.Append($"subfields \"{Abbreviate(conflict.ResponseName)}\" conflict because {conflict.Reason}");
            if (reason.Length > MaxLength)
            {
                break;
            }
        }

        return new FieldConflict(
            name,
            Abbreviate(reason.ToString()),
            Fields(field1, conflicts.Select(conflict => conflict.Fields1)),
            Fields(field2, conflicts.Select(conflict => conflict.Fields2))
        );
    }

    /// <summary>The beginning of a text that may have any length.</summary>
    public static string Abbreviate(string text) => text.Length > MaxLength ? text[..MaxLength] + "..." : text;

    private static List<SyntaxNode> Fields(FieldNode field, IEnumerable<IReadOnlyList<SyntaxNode>> below)
    {
        List<SyntaxNode> fields = [field];
        foreach (var more in below)
        {
            fields.AddRange(more.TakeLast(MaxFields - fields.Count));
            if (fields.Count == MaxFields)
            {
                break;
            }
        }

        return fields;
    }
}
