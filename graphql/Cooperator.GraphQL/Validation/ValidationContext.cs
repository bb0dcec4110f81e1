using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation;

/// <summary>What the rules share while one document is validated: where the walk is, the fragments and variables of the document, and the errors found.</summary>
internal sealed class ValidationContext
{
    private readonly int _maxErrors;
    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSetNode, List<FragmentSpreadNode>> _spreads = [];
    private readonly Dictionary<HashSet<string>, List<FragmentDefinitionNode>> _referenced = new(
        HashSet<string>.CreateSetComparer()
    );
    private readonly Dictionary<SyntaxNode, List<VariableUsage>> _usages = [];
    private readonly Dictionary<OperationDefinitionNode, List<VariableUsage>> _recursiveUsages = [];
    private readonly Dictionary<List<FragmentDefinitionNode>, List<VariableUsage>> _fragmentUsages = [];
    private int _remainingFragmentWork = 50_000;

    public ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        TypeInfo = new TypeInfo(schema);
        _maxErrors = options.MaxErrors;
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                _fragments[fragment.Name.Value] = fragment;
            }
        }
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public ValidationOptions Options { get; }

    public TypeInfo TypeInfo { get; }

    /// <summary>Whether fields are compared pair by pair only when it could not be proven at once that all may be merged.</summary>
    public bool ProvesMerging { get; init; }

    /// <summary>The nodes around the current one, outermost first.</summary>
    public List<SyntaxNode> Ancestors { get; } = [];

    /// <summary>The errors found so far.</summary>
    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Reports an error that points at <paramref name="nodes"/>.</summary>
    public void Report(string message, params ReadOnlySpan<SyntaxNode> nodes) =>
        Report(GraphQLError.At(message, nodes));

    /// <summary>Reports an error.</summary>
    /// <exception cref="ValidationAbortedException">There are enough errors already.</exception>
    public void Report(GraphQLError error)
    {
        if (_errors.Count >= _maxErrors)
        {
            throw ValidationAbortedException.TooManyErrors;
        }

        _errors.Add(error);
    }

    /// <summary>The fragment of that name; of several, the last.</summary>
    public FragmentDefinitionNode? FindFragment(string name) => _fragments.GetValueOrDefault(name);

    /// <summary>The spreads in a selection set, those in nested selections included.</summary>
    public List<FragmentSpreadNode> SpreadsIn(SelectionSetNode selectionSet)
    {
        if (_spreads.TryGetValue(selectionSet, out var spreads))
        {
            return spreads;
        }

        spreads = [];
        var pending = new Stack<SelectionSetNode>();
        pending.Push(selectionSet);
        while (pending.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        spreads.Add(spread);
                        break;
                    case FieldNode { SelectionSet: { } fields }:
                        pending.Push(fields);
                        break;
                    case InlineFragmentNode inline:
                        pending.Push(inline.SelectionSet);
                        break;
                }
            }
        }

        _spreads.Add(selectionSet, spreads);
        return spreads;
    }

    /// <summary>The fragments that operations reach, directly or through other fragments.</summary>
    public List<FragmentDefinitionNode> ReferencedFragments(params ReadOnlySpan<OperationDefinitionNode> operations)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            foreach (var spread in SpreadsIn(operation.SelectionSet))
            {
                names.Add(spread.Name.Value);
            }
        }

        if (_referenced.TryGetValue(names, out var fragments))
        {
            return fragments;
        }

        SpendFragmentWork(names.Count);
        fragments = [];
        var seen = new HashSet<string>(names, StringComparer.Ordinal);
        var pending = new Queue<string>(names);
        while (pending.TryDequeue(out var name))
        {
            if (FindFragment(name) is not { } fragment)
            {
                continue;
            }

            fragments.Add(fragment);
            var spreads = SpreadsIn(fragment.SelectionSet);
            SpendFragmentWork(spreads.Count);
            foreach (var spread in spreads)
            {
                if (seen.Add(spread.Name.Value))
                {
                    pending.Enqueue(spread.Name.Value);
                }
            }
        }

        _referenced.Add(names, fragments);
        return fragments;
    }

    /// <summary>The uses of variables in an operation and in every fragment it reaches.</summary>
    public List<VariableUsage> RecursiveVariableUsages(OperationDefinitionNode operation)
    {
        if (_recursiveUsages.TryGetValue(operation, out var usages))
        {
            return usages;
        }

        var fragments = ReferencedFragments(operation);
        if (!_fragmentUsages.TryGetValue(fragments, out var inFragments))
        {
            SpendFragmentWork(fragments.Count);
            inFragments = [];
            foreach (var fragment in fragments)
            {
                var local = VariableUsages(fragment);
                SpendFragmentWork(local.Count);
                inFragments.AddRange(local);
            }

            _fragmentUsages.Add(fragments, inFragments);
        }

        SpendFragmentWork(inFragments.Count);
        usages = [.. VariableUsages(operation), .. inFragments];
        _recursiveUsages.Add(operation, usages);
        return usages;
    }

    /// <summary>Counts work that grows with the number of operations times fragments.</summary>
    /// <exception cref="ValidationAbortedException">There was too much of it.</exception>
    public void SpendFragmentWork(int amount)
    {
        _remainingFragmentWork -= amount;
        if (_remainingFragmentWork < 0)
        {
            throw ValidationAbortedException.TooCostly;
        }
    }

    private List<VariableUsage> VariableUsages(ExecutableDefinitionNode definition)
    {
        if (!_usages.TryGetValue(definition, out var usages))
        {
            var collector = new VariableUsageCollector(new TypeInfo(Schema));
            collector.Visit(definition);
            usages = collector.Usages;
            _usages.Add(definition, usages);
        }

        return usages;
    }
}
