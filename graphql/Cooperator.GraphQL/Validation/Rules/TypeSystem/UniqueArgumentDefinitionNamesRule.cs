using System.Collections.Immutable;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules.TypeSystem;

/// <summary>A field or directive defines each argument once. See sections 3.6.1 and 3.13 of the specification.</summary>
internal sealed class UniqueArgumentDefinitionNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "UniqueArgumentDefinitionNames",
        context => new UniqueArgumentDefinitionNamesRule(context),
        [
            SyntaxKind.DirectiveDefinition,
            SyntaxKind.ObjectTypeDefinition,
            SyntaxKind.ObjectTypeExtension,
            SyntaxKind.InterfaceTypeDefinition,
            SyntaxKind.InterfaceTypeExtension,
        ]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        switch (node)
        {
            case DirectiveDefinitionNode n:
                Check($"@{n.Name.Value}", n.Arguments);
                break;
            case ObjectTypeDefinitionNode n:
                Check(n.Name, n.Fields);
                break;
            case ObjectTypeExtensionNode n:
                Check(n.Name, n.Fields);
                break;
            case InterfaceTypeDefinitionNode n:
                Check(n.Name, n.Fields);
                break;
            case InterfaceTypeExtensionNode n:
                Check(n.Name, n.Fields);
                break;
        }

        return VisitAction.Skip;
    }

    private void Check(NameNode type, ImmutableArray<FieldDefinitionNode> fields)
    {
        foreach (var field in fields)
        {
            Check($"{type.Value}.{field.Name.Value}", field.Arguments);
        }
    }

    private void Check(string owner, ImmutableArray<InputValueDefinitionNode> arguments)
    {
        foreach (var (name, nodes) in Duplicates.In(arguments.Select(argument => argument.Name)))
        {
            context.Report($"Argument \"{owner}({name}:)\" can only be defined once.", nodes);
        }
    }
}
