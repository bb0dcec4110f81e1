using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Whether a type keeps what its interfaces promise, see "IsValidImplementation" in section 3.6 of the specification.</summary>
internal static class InterfaceChecks
{
    public static void Check(Schema schema, NamedType type, IFieldsType fields, SchemaFaults faults)
    {
        var seen = new HashSet<InterfaceType>();
        foreach (var implemented in fields.Interfaces)
        {
            var nodes = SchemaFaults.ImplementsNodes(type, implemented.Name);
            if (ReferenceEquals(implemented, type))
            {
                faults.Report(
                    $"Type {type} cannot implement itself because it would create a circular reference.",
                    nodes
                );
            }
            else if (!seen.Add(implemented))
            {
                faults.Report($"Type {type} can only implement {implemented} once.", nodes);
            }
            else
            {
                CheckAncestors(type, fields, implemented, faults);
                CheckFields(schema, type, fields, implemented, faults);
            }
        }
    }

    private static void CheckAncestors(
        NamedType type,
        IFieldsType fields,
        InterfaceType implemented,
        SchemaFaults faults
    )
    {
        foreach (var ancestor in implemented.Interfaces.Where(ancestor => !fields.Interfaces.Contains(ancestor.Name)))
        {
            faults.Report(
                ReferenceEquals(ancestor, type)
                    ? $"Type {type} cannot implement {implemented} because it would create a circular reference."
                    : $"Type {type} must implement {ancestor} because it is implemented by {implemented}.",
                [
                    .. SchemaFaults.ImplementsNodes(implemented, ancestor.Name),
                    .. SchemaFaults.ImplementsNodes(type, implemented.Name),
                ]
            );
        }
    }

    private static void CheckFields(
        Schema schema,
        NamedType type,
        IFieldsType fields,
        InterfaceType implemented,
        SchemaFaults faults
    )
    {
        foreach (var promised in implemented.Fields)
        {
            if (fields.Fields.Find(promised.Name) is not { } field)
            {
                faults.Report(
                    $"Interface field {promised} expected but {type} does not provide it.",
                    [promised.Definition, .. SchemaFaults.NodesOf(type)]
                );
                continue;
            }

            if (!IsSubType(schema, field.Type, promised.Type))
            {
                faults.Report(
                    $"Interface field {promised} expects type {promised.Type} but {field} is type {field.Type}.",
                    promised.Definition?.Type,
                    field.Definition?.Type
                );
            }

            CheckArguments(field, promised, faults);
            if (field.DeprecationReason is not null && promised.DeprecationReason is null)
            {
                faults.Report(
                    $"Interface field {promised} is not deprecated, so implementation field {field} must not be deprecated.",
                    SchemaFaults.DeprecatedNode(field.Definition?.Directives),
                    field.Definition?.Type
                );
            }
        }
    }

    private static void CheckArguments(FieldDefinition field, FieldDefinition promised, SchemaFaults faults)
    {
        foreach (var wanted in promised.Arguments)
        {
            if (field.Arguments.Find(wanted.Name) is not { } argument)
            {
                faults.Report(
                    $"Interface field argument {promised}({wanted.Name}:) expected but {field} does not provide it.",
                    wanted.Definition,
                    field.Definition
                );
            }
            else if (!ReferenceEquals(argument.Type, wanted.Type))
            {
                faults.Report(
                    $"Interface field argument {promised}({wanted.Name}:) expects type {wanted.Type} "
                        + $"but {field}({argument.Name}:) is type {argument.Type}.",
                    wanted.Definition?.Type,
                    argument.Definition?.Type
                );
            }
        }

        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired && !promised.Arguments.Contains(argument.Name))
            {
                faults.Report(
                    $"Argument \"{field}({argument.Name}:)\" must not be required type \"{argument.Type}\" "
                        + $"if not provided by the Interface field \"{promised}\".",
                    argument.Definition,
                    promised.Definition
                );
            }
        }
    }

    private static bool IsSubType(Schema schema, GraphQLType type, GraphQLType super) =>
        ReferenceEquals(type, super)
        || (type, super) switch
        {
            (NonNullType left, NonNullType right) => IsSubType(schema, left.Type, right.Type),
            (_, NonNullType) => false,
            (NonNullType left, _) => IsSubType(schema, left.Type, super),
            (ListType left, ListType right) => IsSubType(schema, left.ItemType, right.ItemType),
            (NamedType left, NamedType { IsAbstract: true } right) => schema.IsSubType(right, left),
            _ => false,
        };
}
