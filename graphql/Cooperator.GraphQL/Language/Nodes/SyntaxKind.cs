namespace Cooperator.GraphQL.Language;

/// <summary>The kind of a <see cref="SyntaxNode"/>; the names are those of the specification's grammar.</summary>
public enum SyntaxKind : byte
{
    /// <summary>A name: <c>title</c>.</summary>
    Name,

    /// <summary>A whole document.</summary>
    Document,

    /// <summary><c>query Q { … }</c>.</summary>
    OperationDefinition,

    /// <summary><c>$id: ID! = "1"</c>.</summary>
    VariableDefinition,

    /// <summary><c>$id</c>.</summary>
    Variable,

    /// <summary><c>{ … }</c> behind a field or an operation.</summary>
    SelectionSet,

    /// <summary><c>alias: field(argument: 1)</c>.</summary>
    Field,

    /// <summary><c>argument: 1</c>.</summary>
    Argument,

    /// <summary><c>...Name</c>.</summary>
    FragmentSpread,

    /// <summary><c>... on Type { … }</c>.</summary>
    InlineFragment,

    /// <summary><c>fragment Name on Type { … }</c>.</summary>
    FragmentDefinition,

    /// <summary><c>42</c>.</summary>
    IntValue,

    /// <summary><c>4.2</c>.</summary>
    FloatValue,

    /// <summary><c>"text"</c>, also a block string or a description.</summary>
    StringValue,

    /// <summary><c>true</c>.</summary>
    BooleanValue,

    /// <summary><c>null</c>.</summary>
    NullValue,

    /// <summary><c>RED</c>.</summary>
    EnumValue,

    /// <summary><c>[1, 2]</c>.</summary>
    ListValue,

    /// <summary><c>{ a: 1 }</c>.</summary>
    ObjectValue,

    /// <summary><c>a: 1</c> within an object value.</summary>
    ObjectField,

    /// <summary><c>@name(argument: 1)</c>.</summary>
    Directive,

    /// <summary><c>Type</c>.</summary>
    NamedType,

    /// <summary><c>[Type]</c>.</summary>
    ListType,

    /// <summary><c>Type!</c>.</summary>
    NonNullType,

    /// <summary><c>schema { … }</c>.</summary>
    SchemaDefinition,

    /// <summary><c>query: Query</c> within a schema.</summary>
    OperationTypeDefinition,

    /// <summary><c>scalar Name</c>.</summary>
    ScalarTypeDefinition,

    /// <summary><c>type Name { … }</c>.</summary>
    ObjectTypeDefinition,

    /// <summary><c>field(argument: Int): Type</c> within a type.</summary>
    FieldDefinition,

    /// <summary>An argument, or a field of an input object: <c>a: Int = 1</c>.</summary>
    InputValueDefinition,

    /// <summary><c>interface Name { … }</c>.</summary>
    InterfaceTypeDefinition,

    /// <summary><c>union Name = A | B</c>.</summary>
    UnionTypeDefinition,

    /// <summary><c>enum Name { … }</c>.</summary>
    EnumTypeDefinition,

    /// <summary>A value of an enum.</summary>
    EnumValueDefinition,

    /// <summary><c>input Name { … }</c>.</summary>
    InputObjectTypeDefinition,

    /// <summary><c>directive @name on FIELD</c>.</summary>
    DirectiveDefinition,

    /// <summary><c>extend schema</c>.</summary>
    SchemaExtension,

    /// <summary><c>extend scalar</c>.</summary>
    ScalarTypeExtension,

    /// <summary><c>extend type</c>.</summary>
    ObjectTypeExtension,

    /// <summary><c>extend interface</c>.</summary>
    InterfaceTypeExtension,

    /// <summary><c>extend union</c>.</summary>
    UnionTypeExtension,

    /// <summary><c>extend enum</c>.</summary>
    EnumTypeExtension,

    /// <summary><c>extend input</c>.</summary>
    InputObjectTypeExtension,

    /// <summary><c>extend directive</c>.</summary>
    DirectiveExtension,
}
