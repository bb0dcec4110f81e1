using Cooperator.GraphQL.Costs;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>An operation of a valid document, prepared once for all its requests. Safe to share between threads.</summary>
public sealed class CompiledOperation
{
    private readonly OperationCompiler _compiler;

    /// <exception cref="GraphQLException">The schema has no root type for it, or the operation is too large.</exception>
    internal CompiledOperation(Schema schema, PreparedDocument document, OperationDefinitionNode definition)
    {
        Schema = schema;
        Document = document.Document;
        Definition = definition;
        DisplayName = Name is null ? KindName : $"{KindName} {Name}";
        var rootType =
            schema.RootType(definition.Operation)
            ?? throw new GraphQLException(
                GraphQLError.At($"Schema is not configured to execute {KindName} operation.", definition)
            );
        _compiler = new OperationCompiler(schema, definition, document.Fragments);
        Root = _compiler.CompileRoot(rootType);
    }

    /// <summary>The schema the operation is run on.</summary>
    public Schema Schema { get; }

    /// <summary>The document the operation is part of.</summary>
    public DocumentNode Document { get; }

    /// <summary>The operation itself.</summary>
    public OperationDefinitionNode Definition { get; }

    /// <summary>The operation's name; null when it is anonymous.</summary>
    public string? Name => Definition.Name?.Value;

    /// <summary>What the operation does.</summary>
    public OperationType Type => Definition.Operation;

    /// <summary>What the operation costs.</summary>
    /// <exception cref="GraphQLException">The operation is nested too deeply to be measured.</exception>
    public OperationCost Cost => field ??= OperationCost.Of(Schema, Document, Definition);

    /// <summary>The operation as a trace names it.</summary>
    internal string DisplayName { get; }

    internal SelectionSet Root { get; }

    /// <summary>The selections compiled so far: it grows when values of further types appear.</summary>
    internal int SelectionCount => _compiler.SelectionCount;

    internal ulong Flags(IReadOnlyDictionary<string, object?> variables) => _compiler.Conditions.Flags(variables);

    /// <summary>The keyword of the operation.</summary>
    internal string KindName =>
        Type switch
        {
            OperationType.Query => "query",
            OperationType.Mutation => "mutation",
            OperationType.Subscription => "subscription",
        };
}
