using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Whether a type keeps what its interfaces promise, see "IsValidImplementation" in section 3.6 of the specification.</summary>
internal static class InterfaceChecks
{
    public static void Check(Schema schema, IFieldsType type, List<string> faults)
    {
        var seen = new HashSet<InterfaceType>();
        foreach (var implemented in type.Interfaces)
        {
            if (ReferenceEquals(implemented, type))
            {
                faults.Add($"Type {type.Name} cannot implement itself because it would create a circular reference.");
            }
            else if (!seen.Add(implemented))
            {
                faults.Add($"Type {type.Name} can only implement {implemented} once.");
            }
            else
            {
                CheckAncestors(type, implemented, faults);
                CheckFields(schema, type, implemented, faults);
            }
        }
    }

    private static void CheckAncestors(IFieldsType type, InterfaceType implemented, List<string> faults)
    {
        foreach (var ancestor in implemented.Interfaces.Where(ancestor => !type.Interfaces.Contains(ancestor.Name)))
        {
            faults.Add(
                ReferenceEquals(ancestor, type)
                    ? $"Type {type.Name} cannot implement {implemented} because it would create a circular reference."
                    : $"Type {type.Name} must implement {ancestor} because it is implemented by {implemented}."
            );
        }
    }

    private static void CheckFields(Schema schema, IFieldsType type, InterfaceType implemented, List<string> faults)
    {
        foreach (var promised in implemented.Fields)
        {
            if (type.Fields.Find(promised.Name) is not { } field)
            {
                faults.Add($"Interface field {promised} expected but {type.Name} does not provide it.");
                continue;
            }

            if (!IsSubType(schema, field.Type, promised.Type))
            {
                faults.Add(
                    $"Interface field {promised} expects type {promised.Type} but {field} is type {field.Type}."
                );
            }

            if (field.DeprecationReason is not null && promised.DeprecationReason is null)
            {
                faults.Add(
                    $"Interface field {promised} is not deprecated, so implementation field {field} must not be deprecated."
                );
            }

            CheckArguments(field, promised, faults);
        }
    }

    private static void CheckArguments(FieldDefinition field, FieldDefinition promised, List<string> faults)
    {
        foreach (var promisedArgument in promised.Arguments)
        {
            if (field.Arguments.Find(promisedArgument.Name) is not { } argument)
            {
                faults.Add(
                    $"Interface field argument {promised}({promisedArgument.Name}:) expected but {field} does not provide it."
                );
            }
            else if (!ReferenceEquals(argument.Type, promisedArgument.Type))
            {
                faults.Add(
                    $"Interface field argument {promised}({promisedArgument.Name}:) expects type {promisedArgument.Type} "
                        + $"but {field}({argument.Name}:) is type {argument.Type}."
                );
            }
        }

        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired && !promised.Arguments.Contains(argument.Name))
            {
                faults.Add(
                    $"Argument \"{field}({argument.Name}:)\" must not be required type \"{argument.Type}\" "
                        + $"if not provided by the Interface field \"{promised}\"."
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
