using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Every field selected is defined by the type it is selected of. See section 5.3.1 of the specification.</summary>
internal sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "FieldsOnCorrectType",
        context => new FieldsOnCorrectTypeRule(context),
        [SyntaxKind.Field]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        if (context.TypeInfo.ParentType is { } type && context.TypeInfo.Field is null)
        {
            var name = ((FieldNode)node).Name.Value;
            var suggestion = Suggestions.Sentence("to use an inline fragment on ", TypesWith(type, name));
            if (suggestion.Length == 0 && type is IFieldsType withFields)
            {
                suggestion = Suggestions.DidYouMean(name, withFields.Fields.Select(field => field.Name));
            }

            context.Report($"Cannot query field \"{name}\" on type \"{type}\".{suggestion}", node);
        }

        return VisitAction.Continue;
    }

    /// <summary>The types a fragment on which could select the field: interfaces that many possible types share come first.</summary>
    private List<string> TypesWith(NamedType type, string field)
    {
        if (!type.IsAbstract)
        {
            return [];
        }

        var uses = new Dictionary<NamedType, int>();
        foreach (
            var possible in context.Schema.GetPossibleTypes(type).Where(possible => possible.Fields.Contains(field))
        )
        {
            uses[possible] = 1;
            foreach (var shared in possible.Interfaces.Where(shared => shared.Fields.Contains(field)))
            {
                uses[shared] = uses.GetValueOrDefault(shared) + 1;
            }
        }

        var types = uses.Keys.ToList();
        PartialOrder.Sort(types, Compare);
        return [.. types.Select(found => found.Name)];

        int Compare(NamedType a, NamedType b)
        {
            var byUse = uses[b].CompareTo(uses[a]);
            return byUse != 0 ? byUse
                : context.Schema.IsSubType(a, b) ? -1
                : context.Schema.IsSubType(b, a) ? 1
                : NaturalOrder.Instance.Compare(a.Name, b.Name);
        }
    }
}
