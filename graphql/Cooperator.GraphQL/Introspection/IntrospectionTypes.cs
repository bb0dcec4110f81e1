using System.Collections.Immutable;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Introspection;

/// <summary>The types that describe a schema, see section 4.2 of the specification. Shared by all schemas.</summary>
internal static class IntrospectionTypes
{
    public static readonly ObjectType Schema = new("__Schema")
    {
        Description =
            "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the server, as well as the entry points for query, mutation, and subscription operations.",
    };

    public static readonly ObjectType Directive = new("__Directive")
    {
        Description =
            "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.\n\nIn some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments will not suffice, such as conditionally including or skipping a field. Directives provide this by describing additional information to the executor.",
    };

    public static readonly ObjectType Type = new("__Type")
    {
        Description =
            "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.",
    };

    public static readonly ObjectType Field = new("__Field")
    {
        Description =
            "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type.",
    };

    public static readonly ObjectType InputValue = new("__InputValue")
    {
        Description =
            "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which describe their type and optionally a default value.",
    };

    public static readonly ObjectType EnumValue = new("__EnumValue")
    {
        Description =
            "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. However an Enum value is returned in a JSON response as a string.",
    };

    public static readonly ImmutableArray<NamedType> All =
    [
        Schema,
        Type,
        IntrospectionEnums.TypeKind,
        Field,
        InputValue,
        EnumValue,
        Directive,
        IntrospectionEnums.DirectiveLocation,
    ];

    private static readonly GraphQLType Text = BuiltInScalars.String;
    private static readonly GraphQLType RequiredText = BuiltInScalars.String.NonNull();
    private static readonly GraphQLType RequiredFlag = BuiltInScalars.Boolean.NonNull();

    static IntrospectionTypes()
    {
        SetFields(Schema, SchemaFields());
        SetFields(Directive, DirectiveFields());
        SetFields(Type, TypeFields());
        SetFields(Field, FieldFields());
        SetFields(InputValue, InputValueFields());
        SetFields(EnumValue, EnumValueFields());
    }

    private static void SetFields(ObjectType type, IEnumerable<FieldDefinition> fields)
    {
        type.Fields = new NamedList<FieldDefinition>(fields);
        foreach (var field in type.Fields)
        {
            field.DeclaringType = type;
        }
    }

    private static IEnumerable<FieldDefinition> SchemaFields() =>
        [
            Of<Schema>("description", Text, schema => schema.Description),
            Of<Schema>(
                "types",
                RequiredList(Type),
                schema => schema.OrderedTypes,
                "A list of all types supported by this server."
            ),
            Of<Schema>(
                "queryType",
                Type.NonNull(),
                schema => schema.QueryType,
                "The type that query operations will be rooted at."
            ),
            Of<Schema>(
                "mutationType",
                Type,
                schema => schema.MutationType,
                "If this server supports mutation, the type that mutation operations will be rooted at."
            ),
            Of<Schema>(
                "subscriptionType",
                Type,
                schema => schema.SubscriptionType,
                "If this server support subscription, the type that subscription operations will be rooted at."
            ),
            WithDeprecated<Schema, DirectiveDefinition>(
                "directives",
                RequiredList(Directive),
                schema => schema.Directives,
                directive => directive.DeprecationReason,
                "A list of all directives supported by this server."
            ),
        ];

    private static IEnumerable<FieldDefinition> DirectiveFields() =>
        [
            Of<DirectiveDefinition>("name", RequiredText, directive => directive.Name),
            Of<DirectiveDefinition>("description", Text, directive => directive.Description),
            Of<DirectiveDefinition>("isRepeatable", RequiredFlag, directive => directive.IsRepeatable),
            Of<DirectiveDefinition>(
                "locations",
                RequiredList(IntrospectionEnums.DirectiveLocation),
                directive => directive.Locations
            ),
            WithDeprecated<DirectiveDefinition, InputValueDefinition>(
                "args",
                RequiredList(InputValue),
                directive => directive.Arguments,
                argument => argument.DeprecationReason
            ),
            Of<DirectiveDefinition>("isDeprecated", RequiredFlag, directive => directive.DeprecationReason is not null),
            Of<DirectiveDefinition>("deprecationReason", Text, directive => directive.DeprecationReason),
        ];

    private static IEnumerable<FieldDefinition> TypeFields() =>
        [
            Of<GraphQLType>("kind", IntrospectionEnums.TypeKind.NonNull(), type => KindOf(type)),
            Of<GraphQLType>("name", Text, type => (type as NamedType)?.Name),
            Of<GraphQLType>("description", Text, type => (type as NamedType)?.Description),
            Of<GraphQLType>("specifiedByURL", Text, type => (type as ScalarType)?.SpecifiedByUrl),
            WithDeprecated<GraphQLType, FieldDefinition>(
                "fields",
                Field.NonNull().List(),
                type => (type as IFieldsType)?.Fields,
                field => field.DeprecationReason
            ),
            Of<GraphQLType>("interfaces", Type.NonNull().List(), type => (type as IFieldsType)?.Interfaces),
            new FieldDefinition("possibleTypes", Type.NonNull().List())
            {
                Resolver = context => new ValueTask<object?>(
                    context.Parent is NamedType { IsAbstract: true } type ? context.Schema.GetPossibleTypes(type) : null
                ),
            },
            WithDeprecated<GraphQLType, EnumValueDefinition>(
                "enumValues",
                EnumValue.NonNull().List(),
                type => (type as EnumType)?.Values,
                value => value.DeprecationReason
            ),
            WithDeprecated<GraphQLType, InputValueDefinition>(
                "inputFields",
                InputValue.NonNull().List(),
                type => (type as InputObjectType)?.Fields,
                field => field.DeprecationReason
            ),
            Of<GraphQLType>(
                "ofType",
                Type,
                type =>
                    type switch
                    {
                        NonNullType nonNull => nonNull.Type,
                        ListType list => list.ItemType,
                        _ => null,
                    }
            ),
            Of<GraphQLType>("isOneOf", BuiltInScalars.Boolean, type => (type as InputObjectType)?.IsOneOf),
        ];

    private static IEnumerable<FieldDefinition> FieldFields() =>
        [
            Of<FieldDefinition>("name", RequiredText, field => field.Name),
            Of<FieldDefinition>("description", Text, field => field.Description),
            WithDeprecated<FieldDefinition, InputValueDefinition>(
                "args",
                RequiredList(InputValue),
                field => field.Arguments,
                argument => argument.DeprecationReason
            ),
            Of<FieldDefinition>("type", Type.NonNull(), field => field.Type),
            Of<FieldDefinition>("isDeprecated", RequiredFlag, field => field.DeprecationReason is not null),
            Of<FieldDefinition>("deprecationReason", Text, field => field.DeprecationReason),
        ];

    private static IEnumerable<FieldDefinition> InputValueFields() =>
        [
            Of<InputValueDefinition>("name", RequiredText, value => value.Name),
            Of<InputValueDefinition>("description", Text, value => value.Description),
            Of<InputValueDefinition>("type", Type.NonNull(), value => value.Type),
            Of<InputValueDefinition>(
                "defaultValue",
                Text,
                value => value.DefaultValue is { } literal ? Printer.Print(literal) : null,
                "A GraphQL-formatted string representing the default value for this input value."
            ),
            Of<InputValueDefinition>("isDeprecated", RequiredFlag, value => value.DeprecationReason is not null),
            Of<InputValueDefinition>("deprecationReason", Text, value => value.DeprecationReason),
        ];

    private static IEnumerable<FieldDefinition> EnumValueFields() =>
        [
            Of<EnumValueDefinition>("name", RequiredText, value => value.Name),
            Of<EnumValueDefinition>("description", Text, value => value.Description),
            Of<EnumValueDefinition>("isDeprecated", RequiredFlag, value => value.DeprecationReason is not null),
            Of<EnumValueDefinition>("deprecationReason", Text, value => value.DeprecationReason),
        ];

    private static TypeKind KindOf(GraphQLType type) =>
        type switch
        {
            ScalarType => TypeKind.Scalar,
            ObjectType => TypeKind.Object,
            InterfaceType => TypeKind.Interface,
            UnionType => TypeKind.Union,
            EnumType => TypeKind.Enum,
            InputObjectType => TypeKind.InputObject,
            ListType => TypeKind.List,
            _ => TypeKind.NonNull,
        };

    private static NonNullType RequiredList(NullableType itemType) => itemType.NonNull().List().NonNull();

    private static FieldDefinition Of<TParent>(
        string name,
        GraphQLType type,
        Func<TParent, object?> read,
        string? description = null
    ) =>
        new(name, type)
        {
            Description = description,
            Pure = parent => read((TParent)parent),
            Resolver = context => new ValueTask<object?>(read((TParent)context.Parent!)),
        };

    private static FieldDefinition WithDeprecated<TParent, TItem>(
        string name,
        GraphQLType type,
        Func<TParent, IEnumerable<TItem>?> read,
        Func<TItem, string?> deprecationReason,
        string? description = null
    ) =>
        new(name, type, [new InputValueDefinition("includeDeprecated", RequiredFlag, new BooleanValueNode(false))])
        {
            Description = description,
            Resolver = context =>
            {
                var items = read((TParent)context.Parent!);
                return new ValueTask<object?>(
                    context.ArgumentAt(0) is true ? items : items?.Where(item => deprecationReason(item) is null)
                );
            },
        };
}
