using System.Collections.Immutable;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Collects what is wrong with a schema. Places are known only when it was read from SDL.</summary>
internal sealed class SchemaFaults
{
    private readonly List<GraphQLError> errors = [];

    public ImmutableArray<GraphQLError> Errors => [.. errors];

    /// <exception cref="SchemaException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (errors.Count > 0)
        {
            throw new SchemaException(Errors);
        }
    }

    public void Report(string message, params IEnumerable<SyntaxNode?> nodes) =>
        Report(GraphQLError.At(message, [.. nodes.OfType<SyntaxNode>()]));

    public void Report(GraphQLError error) => errors.Add(error);

    /// <summary>The nodes that make up a type: its definition and its extensions.</summary>
    public static IEnumerable<SyntaxNode?> NodesOf(NamedType type) => [type.Definition, .. type.Extensions];

    /// <summary>Where a type says that it implements an interface.</summary>
    public static IEnumerable<SyntaxNode?> ImplementsNodes(NamedType type, string name) =>
        NodesOf(type)
            .SelectMany(node =>
                node switch
                {
                    ObjectTypeDefinitionNode n => n.Interfaces,
                    InterfaceTypeDefinitionNode n => n.Interfaces,
                    ObjectTypeExtensionNode n => n.Interfaces,
                    InterfaceTypeExtensionNode n => n.Interfaces,
                    _ => [],
                }
            )
            .Where(node => node.Name.Value == name);

    /// <summary>Where a union names its members.</summary>
    public static ImmutableArray<NamedTypeNode> MemberNodes(NamedType union) =>
        [
            .. NodesOf(union)
                .SelectMany(node =>
                    node switch
                    {
                        UnionTypeDefinitionNode n => n.Types,
                        UnionTypeExtensionNode n => n.Types,
                        _ => [],
                    }
                ),
        ];

    /// <summary>Where a union includes a type.</summary>
    public static IEnumerable<SyntaxNode?> MemberNodes(NamedType union, string name) =>
        MemberNodes(union).Where(node => node.Name.Value == name);

    /// <summary>Where a definition is called deprecated.</summary>
    public static DirectiveNode? DeprecatedNode(ImmutableArray<DirectiveNode>? directives) =>
        directives?.FirstOrDefault(node => node.Name.Value == BuiltInDirectives.Deprecated.Name);
}
