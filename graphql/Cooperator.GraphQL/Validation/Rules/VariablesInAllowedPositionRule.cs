using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Variables are used where their types are allowed. See section 5.8.5 of the specification.</summary>
internal sealed class VariablesInAllowedPositionRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "VariablesInAllowedPosition",
        context => new VariablesInAllowedPositionRule(context),
        [],
        [SyntaxKind.OperationDefinition]
    );

    private readonly Dictionary<string, VariableDefinitionNode> _definitions = new(StringComparer.Ordinal);

    public override void Leave(SyntaxNode node)
    {
        var operation = (OperationDefinitionNode)node;
        if (operation.VariableDefinitions.IsEmpty)
        {
            return;
        }

        _definitions.Clear();
        foreach (var definition in operation.VariableDefinitions)
        {
            _definitions[definition.Variable.Name.Value] = definition;
        }

        foreach (var usage in context.RecursiveVariableUsages(operation))
        {
            if (_definitions.TryGetValue(usage.Node.Name.Value, out var definition) && usage.Type is not null)
            {
                Check(definition, usage, usage.Type);
            }
        }
    }

    private void Check(VariableDefinitionNode definition, VariableUsage usage, GraphQLType expected)
    {
        var name = definition.Variable.Name.Value;
        var type = context.Schema.FindType(definition.Type);
        if (type is not null && !IsAllowed(definition, type, usage, expected))
        {
            context.Report(
                $"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".",
                definition,
                usage.Node
            );
        }

        if (usage.ParentType is InputObjectType { IsOneOf: true } oneOf && type is not (null or NonNullType))
        {
            context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".",
                definition,
                usage.Node
            );
        }
    }

    // A nullable variable may stand for a non-null value when either of them has a default.
    private bool IsAllowed(
        VariableDefinitionNode definition,
        GraphQLType type,
        VariableUsage usage,
        GraphQLType expected
    )
    {
        if (expected is not NonNullType nonNull || type is NonNullType)
        {
            return context.Schema.IsTypeSubTypeOf(type, expected);
        }

        return (definition.DefaultValue is not (null or NullValueNode) || usage.HasDefault)
            && context.Schema.IsTypeSubTypeOf(type, nonNull.Type);
    }
}
