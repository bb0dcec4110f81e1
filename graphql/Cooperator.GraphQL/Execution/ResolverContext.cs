using System.Security.Claims;
using Cooperator.GraphQL.DataLoaders;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>What a resolver is given for one field of one object.</summary>
public sealed class ResolverContext
{
    private readonly object?[] _arguments;
    private readonly ResultNode? _node;
    private readonly int _slot;

    internal ResolverContext(
        OperationContext operation,
        Selection selection,
        object? parent,
        object?[] arguments,
        ResultNode? node,
        int slot
    )
    {
        Operation = operation;
        Selection = selection;
        Parent = parent;
        _arguments = arguments;
        _node = node;
        _slot = slot;
    }

    /// <summary>The running operation.</summary>
    public OperationContext Operation { get; }

    /// <summary>How the document selects the field.</summary>
    public Selection Selection { get; }

    /// <summary>The field that is resolved.</summary>
    public FieldDefinition Field => Selection.Field;

    /// <summary>The object type the field belongs to.</summary>
    public ObjectType ParentType => Selection.ParentType;

    /// <summary>The schema.</summary>
    public Schema Schema => Operation.Schema;

    /// <summary>The value whose field is resolved; for root fields what <see cref="OperationRequest.RootValue"/> says.</summary>
    public object? Parent { get; }

    /// <summary>The event, while a subscription's selections are resolved.</summary>
    public object? EventMessage => Operation.EventMessage;

    /// <summary>The services of the operation.</summary>
    public IServiceProvider Services => Operation.Services;

    /// <summary>Who asks.</summary>
    public ClaimsPrincipal User => Operation.User;

    /// <summary>Cancelled when the client leaves or the time limit is reached.</summary>
    public CancellationToken CancellationToken => Operation.CancellationToken;

    /// <summary>The field's place in the response.</summary>
    public ResponsePath Path => _node?.PathTo(_slot) ?? new ResponsePath(null, Selection.ResponseName);

    /// <summary>The value whose field is resolved.</summary>
    /// <exception cref="InvalidCastException">The parent is of another type.</exception>
    public T GetParent<T>() => (T)Parent!;

    /// <summary>The value of an argument; the default of <typeparamref name="T"/> when it was not given and has no default.</summary>
    /// <exception cref="KeyNotFoundException">The field has no such argument.</exception>
    /// <exception cref="InvalidCastException">The argument is of another type.</exception>
    public T Argument<T>(string name) => ArgumentAt(Field.Arguments[name].Index) is { } value ? (T)value : default!;

    /// <summary>The value of the argument at that place of <see cref="FieldDefinition.Arguments"/>, of the parameter's C# type; null when absent.</summary>
    public object? ArgumentAt(int index) => HasArgument(index) ? _arguments[index] : null;

    /// <summary>Whether the argument at that place was given or has a default: null that was given is not the same as nothing.</summary>
    public bool HasArgument(int index) => !ReferenceEquals(_arguments[index], FieldArguments.Absent);

    /// <summary>
    /// Whether a field is selected of this field's value, so that it is worth fetching. Steps of a path are separated by dots; lists and
    /// connections are passed through by their fields: <c>nodes.household</c>.
    /// </summary>
    public bool IsSelected(string field) => Selection.Selects(field, Operation.Schema, Operation.Flags);

    /// <summary>The operation's own data loader of that type.</summary>
    public T DataLoader<T>()
        where T : DataLoader => Operation.DataLoader<T>();

    /// <summary>Reports an error beside the value that will be returned, at this field's path unless it has one.</summary>
    public void ReportError(GraphQLError error) =>
        Operation.ErrorsAt(_node).Report(Selection, Operation.Flags, Path, new GraphQLException(error));
}
