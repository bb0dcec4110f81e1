using System.Collections.Concurrent;
using Cooperator.GraphQL.Costs;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>An operation of a valid document, prepared once for all its requests. Safe to share between threads.</summary>
public sealed class CompiledOperation
{
    private const int MostVariants = 32;

    private readonly PreparedDocument _prepared;
    private readonly OperationCompiler _compiler;
    private readonly ConcurrentDictionary<ConditionValues, CompiledOperation> _inParts = [];
    private readonly Lazy<bool> _isSameForAll;

    /// <exception cref="GraphQLException">The schema has no root type for it, or the operation is too large.</exception>
    internal CompiledOperation(Schema schema, PreparedDocument document, OperationDefinitionNode definition)
        : this(schema, document, definition, new ConditionVariables(definition)) { }

    private CompiledOperation(
        Schema schema,
        PreparedDocument document,
        OperationDefinitionNode definition,
        ConditionVariables conditions
    )
    {
        Schema = schema;
        _prepared = document;
        Document = document.Document;
        Definition = definition;
        var rootType =
            schema.RootType(definition.Operation)
            ?? throw new GraphQLException(
                GraphQLError.At($"Schema is not configured to execute {KindName} operation.", definition)
            );
        _compiler = new OperationCompiler(schema, definition, document, conditions);
        Root = _compiler.CompileRoot(rootType);
        _isSameForAll = new Lazy<bool>(() => Audience.IsOne(Root, Schema));
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

    /// <summary>Whether no field hangs on who asks: see <see cref="SameForAllAttribute"/>. The rules of root fields are not looked at.</summary>
    internal bool IsSameForAll => _isSameForAll.Value;

    internal SelectionSet Root { get; }

    /// <summary>Whether parts of the response are delivered after the first result.</summary>
    internal bool IsDivided => _compiler.Conditions.AreKnown;

    /// <summary>The selections compiled so far: it grows when values of further types appear.</summary>
    internal int SelectionCount => _compiler.SelectionCount;

    /// <summary>
    /// The same operation as it is executed for a client that takes its results in parts: <c>@defer</c> and <c>@stream</c> divide it. What is divided how
    /// depends on the request's conditions, so there is one for each combination of them.
    /// </summary>
    /// <exception cref="GraphQLException">A subscription is to be divided.</exception>
    internal CompiledOperation InParts(IReadOnlyDictionary<string, object?> variables)
    {
        if (!_prepared.IsDivided)
        {
            return this;
        }

        var values = _compiler.Conditions.Values(variables);
        if (_inParts.TryGetValue(values, out var known))
        {
            return known;
        }

        if (_inParts.Count >= MostVariants)
        {
            _inParts.Clear();
        }

        var divided = new CompiledOperation(Schema, _prepared, Definition, _compiler.Conditions.With(values));
        return _inParts.GetOrAdd(values, divided);
    }

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
