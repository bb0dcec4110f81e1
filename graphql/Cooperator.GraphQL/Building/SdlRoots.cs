using System.Collections.Immutable;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>What a type system document says about the schema itself, see section 3.3 of the specification.</summary>
internal sealed class SdlRoots(DocumentNode document, Func<string, NamedType?> findType, SchemaFaults faults)
{
    /// <summary>The schema definition; null when the root types go by their usual names.</summary>
    public SchemaDefinitionNode? Definition { get; } =
        document.Definitions.OfType<SchemaDefinitionNode>().FirstOrDefault();

    public ImmutableArray<SchemaExtensionNode> Extensions { get; } =
    [.. document.Definitions.OfType<SchemaExtensionNode>()];

    public ImmutableArray<DirectiveNode> AppliedDirectives =>
        [.. Definition?.Directives ?? [], .. Extensions.SelectMany(extension => extension.Directives)];

    public ObjectType? Find(OperationType operation)
    {
        var named = NodeOf(Definition, Extensions, operation);
        var usualName = operation.ToString();
        var isUsual =
            Definition is null
            && document.Definitions.Any(node => node is TypeDefinitionNode type && type.Name.Value == usualName);
        switch (findType(isUsual ? usualName : named?.Name.Value ?? ""))
        {
            case null:
                if (operation == OperationType.Query)
                {
                    faults.Report("Query root type must be provided.", Definition);
                }

                return null;
            case ObjectType type:
                return type;
            case { } other:
                var condition = operation == OperationType.Query ? "" : " if provided";
                faults.Report(
                    $"{operation} root type must be Object type{condition}, it cannot be {other}.",
                    (SyntaxNode?)named ?? other.Definition
                );
                return null;
        }
    }

    /// <summary>Where a schema names the root type of an operation.</summary>
    public static NamedTypeNode? NodeOf(
        SchemaDefinitionNode? definition,
        ImmutableArray<SchemaExtensionNode> extensions,
        OperationType operation
    ) =>
        (definition?.OperationTypes ?? [])
            .Concat(extensions.SelectMany(extension => extension.OperationTypes))
            .FirstOrDefault(root => root.Operation == operation)
            ?.Type;
}
