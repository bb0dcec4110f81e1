using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>No argument is given twice. See section 5.4.2 of the specification.</summary>
internal sealed class UniqueArgumentNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "UniqueArgumentNames",
        context => new UniqueArgumentNamesRule(context),
        [SyntaxKind.Field, SyntaxKind.Directive]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var arguments = (node as FieldNode)?.Arguments ?? ((DirectiveNode)node).Arguments;
        if (arguments.Length < 2)
        {
            return VisitAction.Continue;
        }

        foreach (var (name, nodes) in Duplicates.In(arguments.Select(argument => argument.Name)))
        {
            context.Report($"There can be only one argument named \"{name}\".", nodes);
        }

        return VisitAction.Continue;
    }
}
