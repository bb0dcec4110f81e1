using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation;

/// <summary>Knows the types at the current place while a document is walked; whatever the document gets wrong is null.</summary>
internal sealed class TypeInfo(Schema schema)
{
    private readonly TypeStack<GraphQLType> _types = new();
    private readonly TypeStack<NamedType> _parentTypes = new();
    private readonly TypeStack<GraphQLType> _inputTypes = new();
    private readonly TypeStack<FieldDefinition> _fields = new();
    private readonly TypeStack<InputValueDefinition> _inputs = new();

    /// <summary>The type of the enclosing field, operation or fragment.</summary>
    public GraphQLType? Type => _types.Peek();

    /// <summary>The composite type whose fields are selected.</summary>
    public NamedType? ParentType => _parentTypes.Peek();

    /// <summary>The type expected of the enclosing value.</summary>
    public GraphQLType? InputType => _inputTypes.Peek();

    /// <summary>The type expected one step further out.</summary>
    public GraphQLType? ParentInputType => _inputTypes.Peek(1);

    /// <summary>The field that is selected.</summary>
    public FieldDefinition? Field => _fields.Peek();

    /// <summary>The directive whose arguments are read.</summary>
    public DirectiveDefinition? Directive { get; private set; }

    /// <summary>The argument whose value is read.</summary>
    public InputValueDefinition? Argument { get; private set; }

    /// <summary>The argument or input field whose value is exactly the current one; null for items of lists.</summary>
    public InputValueDefinition? Input => _inputs.Peek();

    public void Enter(SyntaxNode node)
    {
        switch (node)
        {
            case SelectionSetNode:
                _parentTypes.Push(Type?.Named is { IsComposite: true } composite ? composite : null);
                break;
            case FieldNode field:
                var definition = ParentType is null ? null : schema.FindField(ParentType, field.Name.Value);
                _fields.Push(definition);
                _types.Push(definition?.Type);
                break;
            case DirectiveNode directive:
                Directive = schema.Directives.Find(directive.Name.Value);
                break;
            case OperationDefinitionNode operation:
                _types.Push(schema.RootType(operation.Operation));
                break;
            case InlineFragmentNode fragment:
                EnterFragment(fragment.TypeCondition is null ? Type?.Named : schema.FindType(fragment.TypeCondition));
                break;
            case FragmentDefinitionNode fragment:
                EnterFragment(schema.FindType(fragment.TypeCondition));
                break;
            case VariableDefinitionNode variable:
                PushInput(schema.FindType(variable.Type));
                break;
            case ArgumentNode argument:
                var arguments = Directive?.Arguments ?? Field?.Arguments;
                Argument = arguments?.Find(argument.Name.Value);
                _inputs.Push(Argument);
                PushInput(Argument?.Type);
                break;
            case ListValueNode:
                _inputs.Push(null);
                PushInput((InputType?.Nullable as ListType)?.ItemType);
                break;
            case ObjectFieldNode field:
                var input = (InputType?.Named as InputObjectType)?.Fields.Find(field.Name.Value);
                _inputs.Push(input);
                PushInput(input?.Type);
                break;
        }
    }

    public void Leave(SyntaxNode node)
    {
        switch (node)
        {
            case SelectionSetNode:
                _parentTypes.Pop();
                break;
            case FieldNode:
                _fields.Pop();
                _types.Pop();
                break;
            case DirectiveNode:
                Directive = null;
                break;
            case OperationDefinitionNode or InlineFragmentNode or FragmentDefinitionNode:
                _types.Pop();
                break;
            case VariableDefinitionNode:
                _inputTypes.Pop();
                break;
            case ArgumentNode:
                Argument = null;
                _inputs.Pop();
                _inputTypes.Pop();
                break;
            case ListValueNode or ObjectFieldNode:
                _inputs.Pop();
                _inputTypes.Pop();
                break;
        }
    }

    private void EnterFragment(GraphQLType? type) => _types.Push(type is { IsOutputType: true } ? type : null);

    private void PushInput(GraphQLType? type) => _inputTypes.Push(type is { IsInputType: true } ? type : null);

    private sealed class TypeStack<T>
        where T : class
    {
        private readonly List<T?> _items = [];

        public T? Peek(int below = 0) => below < _items.Count ? _items[^(below + 1)] : null;

        public void Push(T? item) => _items.Add(item);

        public void Pop() => _items.RemoveAt(_items.Count - 1);
    }
}
