using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Leaves have no selection, everything else has one. See section 5.3.3 of the specification.</summary>
internal sealed class ScalarLeafsRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "ScalarLeafs",
        context => new ScalarLeafsRule(context),
        [SyntaxKind.Field]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var field = (FieldNode)node;
        var name = field.Name.Value;
        switch (context.TypeInfo.Type)
        {
            case { Named.IsLeaf: true } leaf when field.SelectionSet is { } selectionSet:
                context.Report(
                    $"Field \"{name}\" must not have a selection since type \"{leaf}\" has no subfields.",
                    selectionSet
                );
                break;
            case { Named.IsLeaf: false } type when field.SelectionSet is null:
                context.Report(
                    $"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?",
                    field
                );
                break;
        }

        return VisitAction.Continue;
    }
}
