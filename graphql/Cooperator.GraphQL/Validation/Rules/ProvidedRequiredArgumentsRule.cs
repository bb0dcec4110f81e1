using System.Collections.Immutable;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Every required argument is given. See section 5.4.3 of the specification.</summary>
internal sealed class ProvidedRequiredArgumentsRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "ProvidedRequiredArguments",
        context => new ProvidedRequiredArgumentsRule(context),
        [],
        [SyntaxKind.Field, SyntaxKind.Directive]
    );

    private readonly Dictionary<string, ImmutableArray<(string Name, string Type)>> _required = RequiredOf(context);

    public override void Leave(SyntaxNode node)
    {
        switch (node)
        {
            case FieldNode field when context.TypeInfo.Field is { } definition:
                foreach (var argument in definition.Arguments)
                {
                    if (argument.IsRequired && !IsGiven(field.Arguments, argument.Name))
                    {
                        context.Report(
                            $"Argument \"{definition}({argument.Name}:)\" of type \"{argument.Type}\" is required, but it was not provided.",
                            field
                        );
                    }
                }

                break;
            case DirectiveNode directive when _required.TryGetValue(directive.Name.Value, out var required):
                foreach (var (name, type) in required)
                {
                    if (!IsGiven(directive.Arguments, name))
                    {
                        context.Report(
                            $"Argument \"@{directive.Name.Value}({name}:)\" of type \"{type}\" is required, but it was not provided.",
                            directive
                        );
                    }
                }

                break;
        }
    }

    private static bool IsGiven(ImmutableArray<ArgumentNode> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name.Value == name)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, ImmutableArray<(string Name, string Type)>> RequiredOf(ValidationContext context)
    {
        var required = new Dictionary<string, ImmutableArray<(string, string)>>(StringComparer.Ordinal);
        foreach (var directive in context.Schema.Directives)
        {
            required[directive.Name] =
            [
                .. directive
                    .Arguments.Where(argument => argument.IsRequired)
                    .Select(argument => (argument.Name, argument.Type.ToString()!)),
            ];
        }

        foreach (var definition in context.Document.Definitions)
        {
            if (definition is DirectiveDefinitionNode directive)
            {
                required[directive.Name.Value] =
                [
                    .. directive
                        .Arguments.Where(argument => argument is { Type: NonNullTypeNode, DefaultValue: null })
                        .Select(argument => (argument.Name.Value, argument.Type.ToString())),
                ];
            }
        }

        return required;
    }
}
