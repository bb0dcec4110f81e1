using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Introspection;

/// <summary><c>__TypeKind</c> and <c>__DirectiveLocation</c>.</summary>
internal static class IntrospectionEnums
{
    public static readonly EnumType TypeKind = new("__TypeKind")
    {
        Description = "An enum describing what kind of type a given `__Type` is.",
        Values = new NamedList<EnumValueDefinition>([
            Kind(Introspection.TypeKind.Scalar, "SCALAR", "a scalar."),
            Kind(Introspection.TypeKind.Object, "OBJECT", "an object. `fields` and `interfaces` are valid fields."),
            Kind(
                Introspection.TypeKind.Interface,
                "INTERFACE",
                "an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields."
            ),
            Kind(Introspection.TypeKind.Union, "UNION", "a union. `possibleTypes` is a valid field."),
            Kind(Introspection.TypeKind.Enum, "ENUM", "an enum. `enumValues` is a valid field."),
            Kind(
                Introspection.TypeKind.InputObject,
                "INPUT_OBJECT",
                "an input object. `inputFields` is a valid field."
            ),
            Kind(Introspection.TypeKind.List, "LIST", "a list. `ofType` is a valid field."),
            Kind(Introspection.TypeKind.NonNull, "NON_NULL", "a non-null. `ofType` is a valid field."),
        ]),
    };

    public static readonly EnumType DirectiveLocation = new("__DirectiveLocation")
    {
        Description =
            "A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies.",
        Values = new NamedList<EnumValueDefinition>([
            Location(Types.DirectiveLocation.Query, "a query operation."),
            Location(Types.DirectiveLocation.Mutation, "a mutation operation."),
            Location(Types.DirectiveLocation.Subscription, "a subscription operation."),
            Location(Types.DirectiveLocation.Field, "a field."),
            Location(Types.DirectiveLocation.FragmentDefinition, "a fragment definition."),
            Location(Types.DirectiveLocation.FragmentSpread, "a fragment spread."),
            Location(Types.DirectiveLocation.InlineFragment, "an inline fragment."),
            Location(Types.DirectiveLocation.VariableDefinition, "an operation variable definition."),
            Location(Types.DirectiveLocation.FragmentVariableDefinition, "a fragment variable definition."),
            Location(Types.DirectiveLocation.Schema, "a schema definition."),
            Location(Types.DirectiveLocation.Scalar, "a scalar definition."),
            Location(Types.DirectiveLocation.Object, "an object type definition."),
            Location(Types.DirectiveLocation.FieldDefinition, "a field definition."),
            Location(Types.DirectiveLocation.ArgumentDefinition, "an argument definition."),
            Location(Types.DirectiveLocation.Interface, "an interface definition."),
            Location(Types.DirectiveLocation.Union, "a union definition."),
            Location(Types.DirectiveLocation.Enum, "an enum definition."),
            Location(Types.DirectiveLocation.EnumValue, "an enum value definition."),
            Location(Types.DirectiveLocation.InputObject, "an input object type definition."),
            Location(Types.DirectiveLocation.InputFieldDefinition, "an input object field definition."),
            Location(Types.DirectiveLocation.DirectiveDefinition, "a directive definition."),
        ]),
    };

    private static EnumValueDefinition Kind(TypeKind kind, string name, string description) =>
        new(name, kind) { Description = $"Indicates this type is {description}" };

    private static EnumValueDefinition Location(DirectiveLocation location, string description) =>
        new(location.ToName(), location) { Description = $"Location adjacent to {description}" };
}
