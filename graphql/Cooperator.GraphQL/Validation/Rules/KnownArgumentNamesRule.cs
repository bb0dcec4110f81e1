using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Every argument given is defined. See section 5.4.1 of the specification.</summary>
internal sealed class KnownArgumentNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "KnownArgumentNames",
        context => new KnownArgumentNamesRule(context),
        [SyntaxKind.Argument, SyntaxKind.Directive]
    );

    private readonly Dictionary<string, HashSet<string>> _ofDirectives = ArgumentsOf(context);

    public override VisitAction Enter(SyntaxNode node)
    {
        if (node is DirectiveNode directive)
        {
            if (_ofDirectives.TryGetValue(directive.Name.Value, out var known))
            {
                Check(directive, known);
            }

            return VisitAction.Skip;
        }

        var typeInfo = context.TypeInfo;
        if (typeInfo.Argument is null && typeInfo.Field is { } field)
        {
            var name = ((ArgumentNode)node).Name.Value;
            var suggestion = Suggestions.DidYouMean(name, field.Arguments.Select(argument => argument.Name));
            context.Report($"Unknown argument \"{name}\" on field \"{field}\".{suggestion}", node);
        }

        return VisitAction.Continue;
    }

    private void Check(DirectiveNode directive, HashSet<string> known)
    {
        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            if (!known.Contains(name))
            {
                context.Report(
                    $"Unknown argument \"{name}\" on directive \"@{directive.Name.Value}\".{Suggestions.DidYouMean(name, known)}",
                    argument
                );
            }
        }
    }

    private static Dictionary<string, HashSet<string>> ArgumentsOf(ValidationContext context)
    {
        var arguments = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var directive in context.Schema.Directives)
        {
            arguments[directive.Name] = [.. directive.Arguments.Select(argument => argument.Name)];
        }

        foreach (var definition in context.Document.Definitions)
        {
            if (definition is DirectiveDefinitionNode directive)
            {
                arguments[directive.Name.Value] = [.. directive.Arguments.Select(argument => argument.Name.Value)];
            }
        }

        return arguments;
    }
}
