using System.Collections.Immutable;

namespace Cooperator.GraphQL.Language;

// Operations, fragments and selections: sections 2.2 to 2.8, 2.10 and 2.12 of the specification.
public ref partial struct Parser
{
    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(ValueOf(token), From(token.Start));
    }

    private DefinitionNode ParseDefinition()
    {
        if (Peek(TokenKind.BraceLeft))
        {
            return ParseOperation();
        }

        var hasDescription = PeekDescription();
        var keyword = hasDescription ? LookAhead() : _token;
        if (hasDescription && keyword.Kind == TokenKind.BraceLeft)
        {
            throw Error(_token, "Unexpected description, descriptions are not supported on shorthand queries.");
        }

        if (keyword.Kind != TokenKind.Name)
        {
            throw Unexpected(keyword);
        }

        var word = Bytes(keyword);
        if (word.SequenceEqual("query"u8) || word.SequenceEqual("mutation"u8) || word.SequenceEqual("subscription"u8))
        {
            return ParseOperation();
        }

        if (word.SequenceEqual("fragment"u8))
        {
            return ParseFragmentDefinition();
        }

        if (ParseTypeSystemDefinition(word) is { } definition)
        {
            return definition;
        }

        if (hasDescription)
        {
            throw Error(_token, "Unexpected description, only GraphQL definitions support descriptions.");
        }

        return word.SequenceEqual("extend"u8) ? ParseExtension() : throw Unexpected(keyword);
    }

    private OperationDefinitionNode ParseOperation()
    {
        var start = _token.Start;
        if (Peek(TokenKind.BraceLeft))
        {
            return new OperationDefinitionNode(OperationType.Query, ParseSelectionSet(), location: From(start));
        }

        var description = ParseDescription();
        var operation = ParseOperationType();
        var name = Peek(TokenKind.Name) ? ParseName() : null;
        var variables = OptionalMany(
            TokenKind.ParenLeft,
            static (ref Parser p) => p.ParseVariableDefinition(),
            TokenKind.ParenRight
        );
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(
            operation,
            selectionSet,
            name,
            description,
            variables,
            directives,
            From(start)
        );
    }

    private OperationType ParseOperationType()
    {
        var token = Expect(TokenKind.Name);
        var word = Bytes(token);
        return word.SequenceEqual("query"u8) ? OperationType.Query
            : word.SequenceEqual("mutation"u8) ? OperationType.Mutation
            : word.SequenceEqual("subscription"u8) ? OperationType.Subscription
            : throw Unexpected(token);
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Skip(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null;
        var directives = ParseDirectives(isConst: true);
        return new VariableDefinitionNode(variable, type, defaultValue, description, directives, From(start));
    }

    private VariableNode ParseVariable()
    {
        var start = Expect(TokenKind.Dollar).Start;
        var name = ParseName();
        return new VariableNode(name, From(start));
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = _token.Start;
        Nest();
        var selections = Any(TokenKind.BraceLeft, static (ref Parser p) => p.ParseSelection(), TokenKind.BraceRight);
        _nesting--;
        return new SelectionSetNode(selections, From(start));
    }

    private SelectionNode ParseSelection() => Peek(TokenKind.Spread) ? ParseFragment() : ParseField();

    private FieldNode ParseField()
    {
        var start = _token.Start;
        var name = ParseName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        var arguments = ParseArguments(isConst: false);
        var directives = ParseDirectives(isConst: false);
        var selectionSet = Peek(TokenKind.BraceLeft) ? ParseSelectionSet() : null;
        return new FieldNode(name, alias, arguments, directives, selectionSet, From(start));
    }

    private ImmutableArray<ArgumentNode> ParseArguments(bool isConst) =>
        OptionalMany<ArgumentNode>(
            TokenKind.ParenLeft,
            isConst
                ? static (ref Parser p) => p.ParseArgument(isConst: true)
                : static (ref Parser p) => p.ParseArgument(isConst: false),
            TokenKind.ParenRight
        );

    private ArgumentNode ParseArgument(bool isConst)
    {
        var start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConst);
        return new ArgumentNode(name, value, From(start));
    }

    private SelectionNode ParseFragment()
    {
        var start = Expect(TokenKind.Spread).Start;
        var hasTypeCondition = SkipKeyword("on"u8);
        if (!hasTypeCondition && Peek(TokenKind.Name))
        {
            var name = ParseFragmentName();
            var spreadDirectives = ParseDirectives(isConst: false);
            return new FragmentSpreadNode(name, spreadDirectives, From(start));
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new InlineFragmentNode(selectionSet, typeCondition, directives, From(start));
    }

    private FragmentDefinitionNode ParseFragmentDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("fragment"u8);
        var name = ParseFragmentName();
        ExpectKeyword("on"u8);
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new FragmentDefinitionNode(name, typeCondition, selectionSet, description, directives, From(start));
    }

    private NameNode ParseFragmentName() =>
        _token.Kind.HasValue() && ValueOf(_token) == "on" ? throw Unexpected(_token) : ParseName();

    private ImmutableArray<DirectiveNode> ParseDirectives(bool isConst)
    {
        if (!Peek(TokenKind.At))
        {
            return [];
        }

        var first = _itemCount;
        while (Peek(TokenKind.At))
        {
            var start = Expect(TokenKind.At).Start;
            var name = ParseName();
            var arguments = ParseArguments(isConst);
            Push(new DirectiveNode(name, arguments, From(start)));
        }

        return Pop<DirectiveNode>(first);
    }
}
