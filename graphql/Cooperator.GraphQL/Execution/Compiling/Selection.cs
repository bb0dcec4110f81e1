using System.Collections.Immutable;
using System.Text;
using Cooperator.GraphQL.Introspection;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>One field of the response as an operation selects it of an object type; several places of the document may be merged in it.</summary>
public sealed class Selection
{
    private readonly OperationCompiler _compiler;
    private readonly SelectionOccurrence[] _occurrences;
    private readonly Inclusion[] _when;
    private readonly Inclusion[] _unless;
    private readonly DeferUsage[] _part;
    private SelectionSet[] _selectionSets = [];

    internal Selection(
        OperationCompiler compiler,
        ObjectType parentType,
        FieldDefinition field,
        SelectionOccurrence[] occurrences,
        Inclusion[] when,
        Inclusion[] unless,
        DeferUsage[] part
    )
    {
        _compiler = compiler;
        _occurrences = occurrences;
        _when = when;
        _unless = unless;
        _part = part;
        ParentType = parentType;
        Field = field;
        ResponseName = occurrences[0].Node.ResponseName;
        Id = compiler.NextSelectionId();
        Key = Encoding.UTF8.GetBytes($"\"{ResponseName}\":");
        IsAlwaysIncluded = when.Length == 0;
        IsUnguarded = field.Authorization.Count == 0;
        Constant = ReferenceEquals(field, MetaFields.TypeName)
            ? Encoding.UTF8.GetBytes($"\"{parentType.Name}\"")
            : null;
        Arguments = new FieldArguments(field, occurrences[0].Node);
        if (field.Type.Named is ObjectType objectType)
        {
            ObjectSelections = SelectionsFor(objectType);
        }

        Stream = StreamUsage.Of(compiler, this, occurrences);
        Pure = IsUnguarded ? field.Pure : null;
        WriteLeaf = IsUnguarded ? field.WriteLeaf : null;
        HasDirectItems = Stream is null && (field.Type.Named.IsLeaf || ObjectSelections is { IsPure: true });
        IsPure = Constant is not null || (Pure is not null && HasDirectItems);
    }

    /// <summary>The key of the field in the response.</summary>
    public string ResponseName { get; }

    /// <summary>The selected field.</summary>
    public FieldDefinition Field { get; }

    /// <summary>The object type the field is selected of.</summary>
    public ObjectType ParentType { get; }

    /// <summary>The place in the document the field is selected at; the first one when there are several.</summary>
    public FieldNode Node => _occurrences[0].Node;

    /// <summary>A number below the count of the operation's selections.</summary>
    internal int Id { get; }

    /// <summary>The response name as JSON, with its colon.</summary>
    internal byte[] Key { get; }

    /// <summary>The JSON of a field that is the same for every object: <c>__typename</c>.</summary>
    internal byte[]? Constant { get; }

    internal FieldArguments Arguments { get; }

    /// <summary>What is selected of the field's value when its type is an object type (or a list of one).</summary>
    internal SelectionSet? ObjectSelections { get; }

    internal PureResolver? Pure { get; }

    internal LeafWriter? WriteLeaf { get; }

    /// <summary>Whether the value is had from the parent alone, and so is everything below it.</summary>
    internal bool IsPure { get; }

    /// <summary>Whether the items of the field's lists, at any depth, are had at once.</summary>
    internal bool HasDirectItems { get; }

    /// <summary>How the items of the field's list are streamed; null when they come together.</summary>
    internal StreamUsage? Stream { get; }

    /// <summary>Whether nobody has to be asked for permission.</summary>
    internal bool IsUnguarded { get; }

    internal bool IsAlwaysIncluded { get; }

    /// <summary>Whether the field is in the response at this place, given the operation's flags.</summary>
    internal bool IsIncluded(ulong flags) => IsAlwaysIncluded || (Any(_when, flags) && !Any(_unless, flags));

    /// <summary>What is selected of the field's value when it is of that object type.</summary>
    internal SelectionSet SelectionsFor(ObjectType type)
    {
        foreach (var known in Volatile.Read(ref _selectionSets))
        {
            if (ReferenceEquals(known.Type, type))
            {
                return known;
            }
        }

        var compiled = _compiler.CompileSelections(type, _occurrences, _part);
        while (true)
        {
            // Two threads may compile the same; either result serves.
            var known = Volatile.Read(ref _selectionSets);
            if (Interlocked.CompareExchange(ref _selectionSets, [.. known, compiled], known) == known)
            {
                return compiled;
            }
        }
    }

    /// <summary>The same field with other places of the document, none of which is deferred.</summary>
    internal Selection Undeferred(SelectionOccurrence[] occurrences) =>
        new(_compiler, ParentType, Field, occurrences, _when, _unless, part: []);

    /// <summary>Whether the fields of a dotted path are selected of this field's value, whatever its object type may be.</summary>
    internal bool Selects(ReadOnlySpan<char> path, Schema schema, ulong flags)
    {
        if (!Field.Type.Named.IsComposite)
        {
            return false;
        }

        var dot = path.IndexOf('.');
        var name = dot < 0 ? path : path[..dot];
        foreach (var type in schema.GetPossibleTypes(Field.Type.Named))
        {
            var selections = SelectionsFor(type);
            if (Selects(selections.Selections, name, dot < 0 ? default : path[(dot + 1)..], schema, flags))
            {
                return true;
            }

            foreach (var (_, later) in selections.Deferral?.Parts ?? [])
            {
                if (Selects(later.Selections, name, dot < 0 ? default : path[(dot + 1)..], schema, flags))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The places of the document that ask for the field in this request, for errors.</summary>
    internal ImmutableArray<SourceLocation> Locations(ulong flags)
    {
        var locations = ImmutableArray.CreateBuilder<SourceLocation>(_occurrences.Length);
        foreach (var (node, inclusion, _) in _occurrences)
        {
            // A place reached by two ways under different conditions is still one place.
            if (
                inclusion.Holds(flags)
                && node.Location.ToSourceLocation() is { } location
                && !locations.Contains(location)
            )
            {
                locations.Add(location);
            }
        }

        return locations.DrainToImmutable();
    }

    private static bool Selects(
        Selection[] selections,
        ReadOnlySpan<char> name,
        ReadOnlySpan<char> rest,
        Schema schema,
        ulong flags
    )
    {
        foreach (var selection in selections)
        {
            if (
                name.SequenceEqual(selection.Field.Name)
                && selection.IsIncluded(flags)
                && (rest.IsEmpty || selection.Selects(rest, schema, flags))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(Inclusion[] inclusions, ulong flags)
    {
        foreach (var inclusion in inclusions)
        {
            if (inclusion.Holds(flags))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A place of the document that selects a field, and when it counts.</summary>
/// <param name="Node">The field.</param>
/// <param name="When">When it counts.</param>
/// <param name="Defer">What defers it; null when it belongs to the first result.</param>
internal readonly record struct SelectionOccurrence(FieldNode Node, Inclusion When, DeferUsage? Defer);
