using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>A field of an input object is given once. See section 5.6.3 of the specification.</summary>
internal sealed class UniqueInputFieldNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "UniqueInputFieldNames",
        context => new UniqueInputFieldNamesRule(context),
        [SyntaxKind.ObjectValue, SyntaxKind.ObjectField],
        [SyntaxKind.ObjectValue]
    );

    // The names given so far in each of the objects around the current place.
    private readonly Stack<Dictionary<string, NameNode>> _given = new();

    public override VisitAction Enter(SyntaxNode node)
    {
        if (node is not ObjectFieldNode { Name: var name })
        {
            _given.Push(new(StringComparer.Ordinal));
        }
        else if (!_given.Peek().TryAdd(name.Value, name))
        {
            context.Report(
                $"There can be only one input field named \"{name.Value}\".",
                _given.Peek()[name.Value],
                name
            );
        }

        return VisitAction.Continue;
    }

    public override void Leave(SyntaxNode node) => _given.Pop();
}
