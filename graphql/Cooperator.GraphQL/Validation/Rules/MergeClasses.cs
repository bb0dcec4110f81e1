using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>
/// Proves, in nearly linear time, that no two fields of a document are in conflict. Selection sets that may be merged are put into one class (union-find),
/// and a field is compared with only one other of its name in the class: what is the same as that one is the same as all.
/// </summary>
/// <remarks>
/// A fragment puts every place it is spread at into one class, even those that never meet. So a proof may fail where there is no conflict; then
/// <see cref="OverlappingFieldsCanBeMergedRule"/> looks at the pairs themselves. A proof is never wrong.
/// </remarks>
internal sealed class MergeClasses
{
    private readonly ValidationContext _context;
    private readonly WorkBudget _arguments = new(int.MaxValue);
    private readonly Dictionary<FragmentDefinitionNode, int> _fragments = [];
    private readonly List<(int Set, FragmentSpreadNode Spread)> _spreads = [];

    // Of every selection set but those of inline fragments, which belong to the set around them: the set it was put to.
    private readonly List<int> _sameObject = [];
    private readonly List<int> _sameShape = [];
    private readonly List<Dictionary<string, ObjectFields>> _fieldsOfObject = [];
    private readonly List<Dictionary<string, MergedField>> _fieldsOfShape = [];
    private readonly Queue<(int, int)> _objectsToJoin = new();
    private readonly Queue<(int, int)> _shapesToJoin = new();

    // Whether there is a field that may not be merged with itself.
    private bool _hasUnequal;
    private bool _mayConflict;

    private MergeClasses(ValidationContext context) => _context = context;

    /// <summary>How many fields were looked at or compared, for tests.</summary>
    public int Comparisons { get; private set; }

    /// <summary>Tries the proof; <paramref name="isProven"/> tells whether there is certainly no conflict.</summary>
    public static MergeClasses Of(ValidationContext context, out bool isProven)
    {
        var classes = new MergeClasses(context);
        isProven = classes.Prove();
        return classes;
    }

    private bool Prove()
    {
        foreach (var definition in _context.Document.Definitions)
        {
            switch (definition)
            {
                case OperationDefinitionNode operation:
                    AddSet(operation.SelectionSet, _context.Schema.RootType(operation.Operation));
                    break;
                case FragmentDefinitionNode fragment:
                    var type = _context.Schema.FindType(fragment.TypeCondition.Name.Value);
                    _fragments.TryAdd(fragment, AddSet(fragment.SelectionSet, type));
                    break;
            }
        }

        foreach (var (set, spread) in _spreads)
        {
            if (_context.FindFragment(spread.Name.Value) is { } fragment)
            {
                _objectsToJoin.Enqueue((set, _fragments[fragment]));
                _shapesToJoin.Enqueue((set, _fragments[fragment]));
            }
        }

        while (!_mayConflict && _objectsToJoin.TryDequeue(out var pair))
        {
            JoinObjects(Root(_sameObject, pair.Item1), Root(_sameObject, pair.Item2));
        }

        while (!_mayConflict && _shapesToJoin.TryDequeue(out var pair))
        {
            JoinShapes(Root(_sameShape, pair.Item1), Root(_sameShape, pair.Item2));
        }

        return !_mayConflict;
    }

    private int AddSet(SelectionSetNode selectionSet, NamedType? type)
    {
        var set = _sameObject.Count;
        _sameObject.Add(set);
        _sameShape.Add(set);
        _fieldsOfObject.Add(new(StringComparer.Ordinal));
        _fieldsOfShape.Add(new(StringComparer.Ordinal));
        AddSelections(set, selectionSet, type);
        return set;
    }

    private void AddSelections(int set, SelectionSetNode selectionSet, NamedType? type)
    {
        ValidationStack.Ensure();
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    var definition = (type as IFieldsType)?.Fields.Find(field.Name.Value);
                    var below = field.SelectionSet is null ? -1 : AddSet(field.SelectionSet, definition?.Type.Named);
                    var merged = new MergedField(type, field, definition?.Type, below);
                    _hasUnequal |= merged.IsUnequal;
                    AddToObject(_fieldsOfObject[set], merged);
                    AddToShape(_fieldsOfShape[set], merged);
                    break;
                case InlineFragmentNode inline:
                    var condition = inline.TypeCondition;
                    AddSelections(
                        set,
                        inline.SelectionSet,
                        condition is null ? type : _context.Schema.FindType(condition.Name.Value)
                    );
                    break;
                case FragmentSpreadNode spread:
                    _spreads.Add((set, spread));
                    break;
            }
        }
    }

    private void JoinObjects(int set1, int set2)
    {
        var (larger, smaller) =
            _fieldsOfObject[set1].Count >= _fieldsOfObject[set2].Count ? (set1, set2) : (set2, set1);
        if (larger == smaller)
        {
            return;
        }

        _sameObject[smaller] = larger;
        foreach (var field in _fieldsOfObject[smaller].Values.SelectMany(fields => fields.All))
        {
            AddToObject(_fieldsOfObject[larger], field);
        }

        _fieldsOfObject[smaller].Clear();
    }

    private void JoinShapes(int set1, int set2)
    {
        var (larger, smaller) = _fieldsOfShape[set1].Count >= _fieldsOfShape[set2].Count ? (set1, set2) : (set2, set1);
        if (larger == smaller)
        {
            // Joined a second time, perhaps because a fragment leads back to itself: then each of its fields is compared with itself, too.
            _mayConflict |= _hasUnequal;
            return;
        }

        _sameShape[smaller] = larger;
        foreach (var field in _fieldsOfShape[smaller].Values)
        {
            AddToShape(_fieldsOfShape[larger], field);
        }

        _fieldsOfShape[smaller].Clear();
    }

    // Fields of different object types are never in one answer; a field of an abstract type may meet those of all.
    private void AddToObject(Dictionary<string, ObjectFields> fields, MergedField field)
    {
        Comparisons++;
        if (!fields.TryGetValue(field.Node.ResponseName, out var known))
        {
            known = new ObjectFields();
            fields.Add(field.Node.ResponseName, known);
        }

        foreach (var other in known.Add(field))
        {
            Comparisons++;
            var (node1, node2) = (field.Node, other.Node);
            _mayConflict |=
                node1.Name.Value != node2.Name.Value
                || !ArgumentComparison.AreSame(node1.Arguments, node2.Arguments, _arguments);
            if (field.Below >= 0 && other.Below >= 0)
            {
                _objectsToJoin.Enqueue((field.Below, other.Below));
            }
        }
    }

    private void AddToShape(Dictionary<string, MergedField> fields, MergedField field)
    {
        Comparisons++;
        if (fields.TryAdd(field.Node.ResponseName, field))
        {
            return;
        }

        var other = fields[field.Node.ResponseName];
        _mayConflict |= field.IsUnequal || other.IsUnequal || !HaveSameShape(field.Type, other.Type);
        if (field.Below >= 0 && other.Below >= 0)
        {
            _shapesToJoin.Enqueue((field.Below, other.Below));
        }
    }

    private static bool HaveSameShape(GraphQLType? type1, GraphQLType? type2) =>
        type1 == type2
        || (type1, type2) switch
        {
            (ListType list1, ListType list2) => HaveSameShape(list1.ItemType, list2.ItemType),
            (NonNullType nonNull1, NonNullType nonNull2) => HaveSameShape(nonNull1.Type, nonNull2.Type),
            (NamedType named1, NamedType named2) => !named1.IsLeaf && !named2.IsLeaf,
            _ => false,
        };

    private static int Root(List<int> parents, int set)
    {
        while (parents[set] != set)
        {
            parents[set] = parents[parents[set]];
            set = parents[set];
        }

        return set;
    }

    /// <summary>A field, the type it is selected of, its own type (null for one that is not defined and for <c>__typename</c>), and the set below it.</summary>
    private sealed record MergedField(NamedType? Parent, FieldNode Node, GraphQLType? Type, int Below)
    {
        /// <summary>
        /// Whether it may not even be merged with itself, or with all that are the same as another: it is streamed, or has an argument twice.
        /// </summary>
        public bool IsUnequal { get; } =
            Node.Directives.Any(directive => directive.Name.Value == "stream")
            || (
                Node.Arguments.Length > 1
                && Node.Arguments.DistinctBy(argument => argument.Name.Value).Count() < Node.Arguments.Length
            );
    }

    /// <summary>The fields of one name in a class of sets: one of an abstract type, or one of each object type.</summary>
    private sealed class ObjectFields
    {
        private Dictionary<NamedType, MergedField>? _ofObjects;
        private MergedField? _ofAny;

        public IEnumerable<MergedField> All =>
            _ofAny is not null ? [_ofAny]
            : _ofObjects is not null ? _ofObjects.Values
            : [];

        /// <summary>Takes a field and gives those it has to be compared with.</summary>
        public IReadOnlyCollection<MergedField> Add(MergedField field)
        {
            if (_ofAny is not null)
            {
                return [_ofAny];
            }

            if (field.Parent is ObjectType type)
            {
                _ofObjects ??= [];
                return _ofObjects.TryAdd(type, field) ? [] : [_ofObjects[type]];
            }

            IReadOnlyCollection<MergedField> others = [.. All];
            _ofAny = field;
            _ofObjects = null;
            return others;
        }
    }
}
