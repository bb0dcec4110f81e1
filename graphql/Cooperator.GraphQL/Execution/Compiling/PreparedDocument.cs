using System.Collections.Concurrent;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>A parsed and valid document with its operations as far as they were asked for.</summary>
internal sealed class PreparedDocument
{
    private readonly Schema _schema;
    private readonly Action<int> _grow;
    private readonly List<OperationDefinitionNode> _operations = [];
    private readonly ConcurrentDictionary<OperationDefinitionNode, CompiledOperation> _compiled = [];

    /// <param name="schema">The schema it is executed on.</param>
    /// <param name="document">The document.</param>
    /// <param name="grow">Is told how many more selections were compiled of it.</param>
    public PreparedDocument(Schema schema, DocumentNode document, Action<int> grow)
    {
        _schema = schema;
        _grow = grow;
        Document = document;
        var fragments = new Dictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode operation)
            {
                _operations.Add(operation);
            }
            else if (definition is FragmentDefinitionNode fragment)
            {
                fragments.TryAdd(fragment.Name.Value, fragment);
            }
        }

        Fragments = fragments;
        IsDivided = IncrementalDirectives.AreUsed(schema, document);
    }

    public DocumentNode Document { get; }

    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; }

    /// <summary>Whether <c>@defer</c> or <c>@stream</c> occurs in it, and the schema has them.</summary>
    public bool IsDivided { get; }

    /// <summary>Chooses an operation, see section 6.1 of the specification ("GetOperation").</summary>
    /// <exception cref="GraphQLException">The name means no operation, or is missing.</exception>
    public OperationDefinitionNode FindOperation(string? name)
    {
        if (name is null)
        {
            return _operations.Count switch
            {
                1 => _operations[0],
                0 => throw new GraphQLException("Must provide an operation."),
                _ => throw new GraphQLException("Must provide operation name if query contains multiple operations."),
            };
        }

        return _operations.Find(operation => operation.Name?.Value == name)
            ?? throw new GraphQLException($"Unknown operation named \"{name}\".");
    }

    /// <summary>Notes that more of it was compiled, whenever and by whomever.</summary>
    public void Grow(int selections) => _grow(selections);

    public CompiledOperation Compile(OperationDefinitionNode operation) =>
        _compiled.GetOrAdd(
            operation,
            static (definition, document) => new CompiledOperation(document._schema, document, definition),
            this
        );
}
