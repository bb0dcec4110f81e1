namespace Cooperator.GraphQL.Language;

// Values, references to types and descriptions: sections 2.9 and 2.11 of the specification.
public ref partial struct Parser
{
    private ValueNode ParseValue(bool isConst)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseList(isConst);
            case TokenKind.BraceLeft:
                return ParseObject(isConst);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(ValueOf(token), From(token.Start));
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(ValueOf(token), From(token.Start));
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                Advance();
                return IsKeyword(token, "true"u8) ? new BooleanValueNode(true, From(token.Start))
                    : IsKeyword(token, "false"u8) ? new BooleanValueNode(false, From(token.Start))
                    : IsKeyword(token, "null"u8) ? new NullValueNode(From(token.Start))
                    : new EnumValueNode(ValueOf(token), From(token.Start));
            case TokenKind.Dollar when isConst:
                Advance();
                throw Peek(TokenKind.Name)
                    ? Error(token, $"Unexpected variable \"${ValueOf(_token)}\" in constant value.")
                    : Unexpected(token);
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Unexpected(token);
        }
    }

    private StringValueNode ParseString()
    {
        var token = _token;
        Advance();
        return new StringValueNode(ValueOf(token), token.Kind == TokenKind.BlockString, From(token.Start));
    }

    private ListValueNode ParseList(bool isConst)
    {
        var start = _token.Start;
        Nest();
        var values = Any<ValueNode>(
            TokenKind.BracketLeft,
            isConst
                ? static (ref Parser p) => p.ParseValue(isConst: true)
                : static (ref Parser p) => p.ParseValue(isConst: false),
            TokenKind.BracketRight
        );
        _nesting--;
        return new ListValueNode(values, From(start));
    }

    private ObjectValueNode ParseObject(bool isConst)
    {
        var start = _token.Start;
        Nest();
        var fields = Any<ObjectFieldNode>(
            TokenKind.BraceLeft,
            isConst
                ? static (ref Parser p) => p.ParseObjectField(isConst: true)
                : static (ref Parser p) => p.ParseObjectField(isConst: false),
            TokenKind.BraceRight
        );
        _nesting--;
        return new ObjectValueNode(fields, From(start));
    }

    private ObjectFieldNode ParseObjectField(bool isConst)
    {
        var start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConst);
        return new ObjectFieldNode(name, value, From(start));
    }

    private TypeNode ParseType()
    {
        var start = _token.Start;
        TypeNode type;
        if (Skip(TokenKind.BracketLeft))
        {
            Nest();
            var inner = ParseType();
            _nesting--;
            Expect(TokenKind.BracketRight);
            type = new ListTypeNode(inner, From(start));
        }
        else
        {
            type = ParseNamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type, From(start)) : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var start = _token.Start;
        var name = ParseName();
        return new NamedTypeNode(name, From(start));
    }

    private readonly bool PeekDescription() => _token.Kind is TokenKind.String or TokenKind.BlockString;

    private StringValueNode? ParseDescription() => PeekDescription() ? ParseString() : null;
}
