using System.Collections.Immutable;

namespace Cooperator.GraphQL.Language;

// Definitions of the type system: section 3 of the specification.
public ref partial struct Parser
{
    private TypeSystemDefinitionNode? ParseTypeSystemDefinition(ReadOnlySpan<byte> keyword) =>
        keyword.SequenceEqual("type"u8) ? ParseObjectDefinition()
        : keyword.SequenceEqual("input"u8) ? ParseInputObjectDefinition()
        : keyword.SequenceEqual("enum"u8) ? ParseEnumDefinition()
        : keyword.SequenceEqual("interface"u8) ? ParseInterfaceDefinition()
        : keyword.SequenceEqual("union"u8) ? ParseUnionDefinition()
        : keyword.SequenceEqual("scalar"u8) ? ParseScalarDefinition()
        : keyword.SequenceEqual("directive"u8) ? ParseDirectiveDefinition()
        : keyword.SequenceEqual("schema"u8) ? ParseSchemaDefinition()
        : null;

    private SchemaDefinitionNode ParseSchemaDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("schema"u8);
        var directives = ParseDirectives(isConst: true);
        var operationTypes = Many(
            TokenKind.BraceLeft,
            static (ref Parser p) => p.ParseOperationTypeDefinition(),
            TokenKind.BraceRight
        );
        return new SchemaDefinitionNode(operationTypes, description, directives, From(start));
    }

    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = _token.Start;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        var type = ParseNamedType();
        return new OperationTypeDefinitionNode(operation, type, From(start));
    }

    private ScalarTypeDefinitionNode ParseScalarDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("scalar"u8);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        return new ScalarTypeDefinitionNode(name, description, directives, From(start));
    }

    private ObjectTypeDefinitionNode ParseObjectDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("type"u8);
        var name = ParseName();
        var interfaces = ParseInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        return new ObjectTypeDefinitionNode(name, description, interfaces, directives, fields, From(start));
    }

    private InterfaceTypeDefinitionNode ParseInterfaceDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("interface"u8);
        var name = ParseName();
        var interfaces = ParseInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        return new InterfaceTypeDefinitionNode(name, description, interfaces, directives, fields, From(start));
    }

    private UnionTypeDefinitionNode ParseUnionDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("union"u8);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var types = ParseUnionMembers();
        return new UnionTypeDefinitionNode(name, description, directives, types, From(start));
    }

    private EnumTypeDefinitionNode ParseEnumDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("enum"u8);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var values = ParseEnumValueDefinitions();
        return new EnumTypeDefinitionNode(name, description, directives, values, From(start));
    }

    private InputObjectTypeDefinitionNode ParseInputObjectDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("input"u8);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseInputValueDefinitions(TokenKind.BraceLeft, TokenKind.BraceRight);
        return new InputObjectTypeDefinitionNode(name, description, directives, fields, From(start));
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("directive"u8);
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseInputValueDefinitions(TokenKind.ParenLeft, TokenKind.ParenRight);
        var directives = ParseDirectives(isConst: true);
        var isRepeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        var locations = Delimited(TokenKind.Pipe, static (ref Parser p) => p.ParseDirectiveLocation());
        return new DirectiveDefinitionNode(
            name,
            locations,
            description,
            arguments,
            directives,
            isRepeatable,
            From(start)
        );
    }

    private NameNode ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        return DirectiveLocationNames.Contains(name.Value) ? name : throw Unexpected(token);
    }

    private ImmutableArray<NamedTypeNode> ParseInterfaces() =>
        SkipKeyword("implements"u8) ? Delimited(TokenKind.Ampersand, static (ref Parser p) => p.ParseNamedType()) : [];

    private ImmutableArray<NamedTypeNode> ParseUnionMembers() =>
        Skip(TokenKind.EqualsSign) ? Delimited(TokenKind.Pipe, static (ref Parser p) => p.ParseNamedType()) : [];

    private ImmutableArray<FieldDefinitionNode> ParseFieldDefinitions() =>
        OptionalMany(TokenKind.BraceLeft, static (ref Parser p) => p.ParseFieldDefinition(), TokenKind.BraceRight);

    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseInputValueDefinitions(TokenKind.ParenLeft, TokenKind.ParenRight);
        Expect(TokenKind.Colon);
        var type = ParseType();
        var directives = ParseDirectives(isConst: true);
        return new FieldDefinitionNode(name, type, description, arguments, directives, From(start));
    }

    private ImmutableArray<InputValueDefinitionNode> ParseInputValueDefinitions(TokenKind open, TokenKind close) =>
        OptionalMany(open, static (ref Parser p) => p.ParseInputValueDefinition(), close);

    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Skip(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null;
        var directives = ParseDirectives(isConst: true);
        return new InputValueDefinitionNode(name, type, defaultValue, description, directives, From(start));
    }

    private ImmutableArray<EnumValueDefinitionNode> ParseEnumValueDefinitions() =>
        OptionalMany(TokenKind.BraceLeft, static (ref Parser p) => p.ParseEnumValueDefinition(), TokenKind.BraceRight);

    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        if (_token.Kind.HasValue() && ValueOf(_token) is "true" or "false" or "null")
        {
            throw Error(_token, $"{Describe(_token)} is reserved and cannot be used for an enum value.");
        }

        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        return new EnumValueDefinitionNode(name, description, directives, From(start));
    }
}
