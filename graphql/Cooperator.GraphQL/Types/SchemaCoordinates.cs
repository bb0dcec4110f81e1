using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>Finds elements of schemas by their coordinates, see section 3.14 of the specification.</summary>
public static class SchemaCoordinates
{
    /// <summary>
    /// The <see cref="NamedType"/>, <see cref="FieldDefinition"/>, <see cref="InputValueDefinition"/>, <see cref="EnumValueDefinition"/> or
    /// <see cref="DirectiveDefinition"/> that a coordinate means; null when its container has no such element.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The container is not there either, or can have no such element.</exception>
    public static INamed? Find(this Schema schema, SchemaCoordinate coordinate)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(coordinate);
        return coordinate switch
        {
            { IsDirective: true, ArgumentName: null } => schema.Directives.Find(coordinate.Name),
            { IsDirective: true } => FindDirectiveArgument(schema, coordinate),
            { MemberName: null } => schema.FindType(coordinate.Name),
            { ArgumentName: null } => FindMember(schema, coordinate),
            _ => FindArgument(schema, coordinate),
        };
    }

    private static InputValueDefinition? FindDirectiveArgument(Schema schema, SchemaCoordinate coordinate)
    {
        var directive =
            schema.Directives.Find(coordinate.Name)
            ?? throw Unexpected($"Expected \"{coordinate.Name}\" to be defined as a directive in the schema.");
        return directive.Arguments.Find(coordinate.ArgumentName!);
    }

    private static INamed? FindMember(Schema schema, SchemaCoordinate coordinate) =>
        ContainerOf(schema, coordinate) switch
        {
            EnumType type => type.Values.Find(coordinate.MemberName!),
            InputObjectType type => type.Fields.Find(coordinate.MemberName!),
            ObjectType or InterfaceType => schema.FindField(schema.FindType(coordinate.Name)!, coordinate.MemberName!),
            _ => throw Unexpected(
                $"Expected \"{coordinate.Name}\" to be an Enum, Input Object, Object or Interface type."
            ),
        };

    private static InputValueDefinition? FindArgument(Schema schema, SchemaCoordinate coordinate)
    {
        var type = ContainerOf(schema, coordinate);
        if (type is not IFieldsType)
        {
            throw Unexpected($"Expected \"{type}\" to be an object type or interface type.");
        }

        var field =
            schema.FindField(type, coordinate.MemberName!)
            ?? throw Unexpected(
                $"Expected \"{coordinate.MemberName}\" to exist as a field of type \"{type}\" in the schema."
            );
        return field.Arguments.Find(coordinate.ArgumentName!);
    }

    private static NamedType ContainerOf(Schema schema, SchemaCoordinate coordinate) =>
        schema.FindType(coordinate.Name)
        ?? throw Unexpected($"Expected \"{coordinate.Name}\" to be defined as a type in the schema.");

    private static KeyNotFoundException Unexpected(string message) => new(message);
}
