namespace Cooperator.GraphQL.Language;

// Extensions of the type system: an extension that adds nothing is an error.
public ref partial struct Parser
{
    private TypeSystemExtensionNode ParseExtension()
    {
        var token = LookAhead();
        var keyword = Bytes(token);
        return keyword.SequenceEqual("type"u8) ? ParseObjectExtension()
            : keyword.SequenceEqual("input"u8) ? ParseInputObjectExtension()
            : keyword.SequenceEqual("enum"u8) ? ParseEnumExtension()
            : keyword.SequenceEqual("interface"u8) ? ParseInterfaceExtension()
            : keyword.SequenceEqual("union"u8) ? ParseUnionExtension()
            : keyword.SequenceEqual("scalar"u8) ? ParseScalarExtension()
            : keyword.SequenceEqual("directive"u8) ? ParseDirectiveExtension()
            : keyword.SequenceEqual("schema"u8) ? ParseSchemaExtension()
            : throw Unexpected(token);
    }

    /// <summary>Passes over <c>extend</c> and the keyword after it, and returns where they began.</summary>
    private int SkipExtend()
    {
        var start = _token.Start;
        Advance();
        Advance();
        return start;
    }

    private SchemaExtensionNode ParseSchemaExtension()
    {
        var start = SkipExtend();
        var directives = ParseDirectives(isConst: true);
        var operationTypes = OptionalMany(
            TokenKind.BraceLeft,
            static (ref Parser p) => p.ParseOperationTypeDefinition(),
            TokenKind.BraceRight
        );
        RefuseEmpty(directives.IsEmpty && operationTypes.IsEmpty);
        return new SchemaExtensionNode(directives, operationTypes, From(start));
    }

    private ScalarTypeExtensionNode ParseScalarExtension()
    {
        var start = SkipExtend();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RefuseEmpty(directives.IsEmpty);
        return new ScalarTypeExtensionNode(name, directives, From(start));
    }

    private ObjectTypeExtensionNode ParseObjectExtension()
    {
        var start = SkipExtend();
        var name = ParseName();
        var interfaces = ParseInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        RefuseEmpty(interfaces.IsEmpty && directives.IsEmpty && fields.IsEmpty);
        return new ObjectTypeExtensionNode(name, interfaces, directives, fields, From(start));
    }

    private InterfaceTypeExtensionNode ParseInterfaceExtension()
    {
        var start = SkipExtend();
        var name = ParseName();
        var interfaces = ParseInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        RefuseEmpty(interfaces.IsEmpty && directives.IsEmpty && fields.IsEmpty);
        return new InterfaceTypeExtensionNode(name, interfaces, directives, fields, From(start));
    }

    private UnionTypeExtensionNode ParseUnionExtension()
    {
        var start = SkipExtend();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var types = ParseUnionMembers();
        RefuseEmpty(directives.IsEmpty && types.IsEmpty);
        return new UnionTypeExtensionNode(name, directives, types, From(start));
    }

    private EnumTypeExtensionNode ParseEnumExtension()
    {
        var start = SkipExtend();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var values = ParseEnumValueDefinitions();
        RefuseEmpty(directives.IsEmpty && values.IsEmpty);
        return new EnumTypeExtensionNode(name, directives, values, From(start));
    }

    private InputObjectTypeExtensionNode ParseInputObjectExtension()
    {
        var start = SkipExtend();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseInputValueDefinitions(TokenKind.BraceLeft, TokenKind.BraceRight);
        RefuseEmpty(directives.IsEmpty && fields.IsEmpty);
        return new InputObjectTypeExtensionNode(name, directives, fields, From(start));
    }

    private DirectiveExtensionNode ParseDirectiveExtension()
    {
        var start = SkipExtend();
        Expect(TokenKind.At);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RefuseEmpty(directives.IsEmpty);
        return new DirectiveExtensionNode(name, directives, From(start));
    }

    private readonly void RefuseEmpty(bool isEmpty)
    {
        if (isEmpty)
        {
            throw Unexpected(_token);
        }
    }
}
