using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>No field of an input object is given twice. See section 5.6.3 of the specification.</summary>
internal sealed class UniqueInputFieldNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "UniqueInputFieldNames",
        context => new UniqueInputFieldNamesRule(context),
        [SyntaxKind.ObjectValue]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var fields = ((ObjectValueNode)node).Fields;
        if (fields.Length < 2)
        {
            return VisitAction.Continue;
        }

        var known = new Dictionary<string, NameNode>(fields.Length, StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var name = field.Name;
            if (!known.TryAdd(name.Value, name))
            {
                context.Report($"There can be only one input field named \"{name.Value}\".", known[name.Value], name);
            }
        }

        return VisitAction.Continue;
    }
}
