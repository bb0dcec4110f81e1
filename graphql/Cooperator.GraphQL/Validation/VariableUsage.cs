using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation;

/// <summary>A use of a variable.</summary>
/// <param name="Node">The use.</param>
/// <param name="Type">The type expected there; null when the document is wrong about it.</param>
/// <param name="ParentType">The type expected one step further out.</param>
/// <param name="HasDefault">Whether the argument or input field that takes the variable has a default of its own.</param>
internal sealed record VariableUsage(VariableNode Node, GraphQLType? Type, GraphQLType? ParentType, bool HasDefault);

/// <summary>Finds the uses of variables; definitions of variables are not uses.</summary>
internal sealed class VariableUsageCollector(TypeInfo typeInfo) : SyntaxVisitor
{
    public List<VariableUsage> Usages { get; } = [];

    protected override VisitAction Enter(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDefinitionNode:
                return VisitAction.Skip;
            case VariableNode variable:
                Usages.Add(
                    new VariableUsage(
                        variable,
                        typeInfo.InputType,
                        typeInfo.ParentInputType,
                        typeInfo.Input?.DefaultValue is not null
                    )
                );
                break;
        }

        typeInfo.Enter(node);
        return VisitAction.Continue;
    }

    protected override VisitAction Leave(SyntaxNode node)
    {
        typeInfo.Leave(node);
        return VisitAction.Continue;
    }
}
