using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Cooperator.GraphQL.Language;

/// <summary>What a <see cref="SyntaxVisitor"/> does next.</summary>
public enum VisitAction : byte
{
    /// <summary>Go on with the children.</summary>
    Continue,

    /// <summary>Leave the children and this node's <c>Leave</c> out.</summary>
    Skip,

    /// <summary>End the whole visit.</summary>
    Break,
}

/// <summary>Walks a tree depth first, calling <see cref="Enter"/> before and <see cref="Leave"/> after the children of each node. Allocates nothing.</summary>
public abstract class SyntaxVisitor
{
    /// <summary>Walks <paramref name="node"/> and everything below it.</summary>
    /// <returns>Whether the walk reached its end rather than being broken off.</returns>
    /// <exception cref="InsufficientExecutionStackException">The nodes are nested more deeply than the thread's stack allows.</exception>
    public bool Visit(SyntaxNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return Enter(node) switch
        {
            VisitAction.Continue => VisitChildren(node) && Leave(node) != VisitAction.Break,
            VisitAction.Skip => true,
            VisitAction.Break => false,
        };
    }

    /// <summary>Called before the children of <paramref name="node"/>.</summary>
    protected virtual VisitAction Enter(SyntaxNode node) => VisitAction.Continue;

    /// <summary>Called after the children of <paramref name="node"/>.</summary>
    protected virtual VisitAction Leave(SyntaxNode node) => VisitAction.Continue;

    /// <summary>Whether descriptions are walked too, as the strings they are.</summary>
    protected virtual bool VisitsDescriptions => true;

    // The order of the children is the order they are written in, which decides the order of errors.
    private bool VisitChildren(SyntaxNode node) =>
        node switch
        {
            NameNode or IntValueNode or FloatValueNode or StringValueNode => true,
            BooleanValueNode or NullValueNode or EnumValueNode => true,
            FieldNode n => One(n.Alias)
                && Visit(n.Name)
                && All(n.Arguments)
                && All(n.Directives)
                && One(n.SelectionSet),
            SelectionSetNode n => All(n.Selections),
            ArgumentNode n => Visit(n.Name) && Visit(n.Value),
            VariableNode n => Visit(n.Name),
            ListValueNode n => All(n.Values),
            ObjectValueNode n => All(n.Fields),
            ObjectFieldNode n => Visit(n.Name) && Visit(n.Value),
            DirectiveNode n => Visit(n.Name) && All(n.Arguments),
            FragmentSpreadNode n => Visit(n.Name) && All(n.Directives),
            InlineFragmentNode n => One(n.TypeCondition) && All(n.Directives) && Visit(n.SelectionSet),
            NamedTypeNode n => Visit(n.Name),
            ListTypeNode n => Visit(n.Type),
            NonNullTypeNode n => Visit(n.Type),
            DocumentNode n => All(n.Definitions),
            OperationDefinitionNode n => Description(n.Description)
                && One(n.Name)
                && All(n.VariableDefinitions)
                && All(n.Directives)
                && Visit(n.SelectionSet),
            FragmentDefinitionNode n => Description(n.Description)
                && Visit(n.Name)
                && Visit(n.TypeCondition)
                && All(n.Directives)
                && Visit(n.SelectionSet),
            VariableDefinitionNode n => Description(n.Description)
                && Visit(n.Variable)
                && Visit(n.Type)
                && One(n.DefaultValue)
                && All(n.Directives),
            _ => VisitTypeSystemChildren(node),
        };

    private bool VisitTypeSystemChildren(SyntaxNode node) =>
        node switch
        {
            SchemaDefinitionNode n => Description(n.Description) && All(n.Directives) && All(n.OperationTypes),
            OperationTypeDefinitionNode n => Visit(n.Type),
            ScalarTypeDefinitionNode n => Description(n.Description) && Visit(n.Name) && All(n.Directives),
            ObjectTypeDefinitionNode n => Description(n.Description)
                && Visit(n.Name)
                && All(n.Interfaces)
                && All(n.Directives)
                && All(n.Fields),
            InterfaceTypeDefinitionNode n => Description(n.Description)
                && Visit(n.Name)
                && All(n.Interfaces)
                && All(n.Directives)
                && All(n.Fields),
            UnionTypeDefinitionNode n => Description(n.Description)
                && Visit(n.Name)
                && All(n.Directives)
                && All(n.Types),
            EnumTypeDefinitionNode n => Description(n.Description)
                && Visit(n.Name)
                && All(n.Directives)
                && All(n.Values),
            InputObjectTypeDefinitionNode n => Description(n.Description)
                && Visit(n.Name)
                && All(n.Directives)
                && All(n.Fields),
            FieldDefinitionNode n => Description(n.Description)
                && Visit(n.Name)
                && All(n.Arguments)
                && Visit(n.Type)
                && All(n.Directives),
            InputValueDefinitionNode n => Description(n.Description)
                && Visit(n.Name)
                && Visit(n.Type)
                && One(n.DefaultValue)
                && All(n.Directives),
            EnumValueDefinitionNode n => Description(n.Description) && Visit(n.Name) && All(n.Directives),
            DirectiveDefinitionNode n => Description(n.Description)
                && Visit(n.Name)
                && All(n.Arguments)
                && All(n.Directives)
                && All(n.Locations),
            SchemaExtensionNode n => All(n.Directives) && All(n.OperationTypes),
            ScalarTypeExtensionNode n => Visit(n.Name) && All(n.Directives),
            ObjectTypeExtensionNode n => Visit(n.Name) && All(n.Interfaces) && All(n.Directives) && All(n.Fields),
            InterfaceTypeExtensionNode n => Visit(n.Name) && All(n.Interfaces) && All(n.Directives) && All(n.Fields),
            UnionTypeExtensionNode n => Visit(n.Name) && All(n.Directives) && All(n.Types),
            EnumTypeExtensionNode n => Visit(n.Name) && All(n.Directives) && All(n.Values),
            InputObjectTypeExtensionNode n => Visit(n.Name) && All(n.Directives) && All(n.Fields),
            DirectiveExtensionNode n => Visit(n.Name) && All(n.Directives),
            _ => throw new ArgumentException($"Unknown node {node.Kind}.", nameof(node)),
        };

    private bool Description(StringValueNode? node) => !VisitsDescriptions || One(node);

    private bool One(SyntaxNode? node) => node is null || Visit(node);

    private bool All<T>(ImmutableArray<T> nodes)
        where T : SyntaxNode
    {
        foreach (var node in nodes)
        {
            if (!Visit(node))
            {
                return false;
            }
        }

        return true;
    }
}
