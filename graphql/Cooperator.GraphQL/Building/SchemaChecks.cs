using Cooperator.GraphQL.Introspection;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>The rules a type system must follow ("Type Validation" in section 3 of the specification), in the words of the reference implementation.</summary>
internal sealed class SchemaChecks
{
    private readonly Schema schema;
    private readonly List<string> faults = [];

    private SchemaChecks(Schema schema) => this.schema = schema;

    public static IReadOnlyList<string> Find(Schema schema)
    {
        var checks = new SchemaChecks(schema);
        checks.CheckRoots();
        checks.CheckDirectives();
        checks.CheckTypes();
        return checks.faults;
    }

    public static void ThrowIfInvalid(Schema schema)
    {
        if (Find(schema) is { Count: > 0 } faults)
        {
            throw new SchemaException(faults);
        }
    }

    private void CheckRoots()
    {
        Require(schema.QueryType is not null, "Query root type must be provided.");
        var roots = new[] { OperationType.Query, OperationType.Mutation, OperationType.Subscription }
            .Where(operation => schema.RootType(operation) is not null)
            .GroupBy(operation => schema.RootType(operation)!);
        foreach (var shared in roots.Where(group => group.Count() > 1))
        {
            var operations = string.Join(" and ", shared.Select(operation => operation.ToString().ToLowerInvariant()));
            faults.Add($"All root types must be different, \"{shared.Key}\" type is used as {operations} root types.");
        }
    }

    private void CheckDirectives()
    {
        foreach (var directive in schema.Directives)
        {
            CheckName(directive.Name);
            Require(directive.Locations.Length > 0, $"Directive {directive} must include 1 or more locations.");
            CheckArguments(directive.Arguments, directive.ToString());
        }
    }

    private void CheckTypes()
    {
        foreach (
            var type in schema.OrderedTypes.Where(type =>
                !type.IsIntrospectionType || !IntrospectionTypes.All.Contains(type)
            )
        )
        {
            CheckName(type.Name);
            switch (type)
            {
                case IFieldsType fieldsType:
                    CheckFields(fieldsType);
                    InterfaceChecks.Check(schema, fieldsType, faults);
                    break;
                case UnionType union:
                    Require(union.Types.Count > 0, $"Union type {union} must define one or more member types.");
                    CheckOnce(union.Types, member => $"Union type {union} can only include type {member} once.");
                    break;
                case EnumType enumType:
                    Require(enumType.Values.Count > 0, $"Enum type {enumType} must define one or more values.");
                    CheckOnce(enumType.Values, value => $"Enum value \"{enumType}.{value}\" can only be defined once.");
                    foreach (var value in enumType.Values)
                    {
                        CheckName(value.Name);
                    }

                    break;
                case InputObjectType input:
                    CheckInputFields(input);
                    break;
            }
        }

        InputCycleChecks.Check(schema, faults);
        DefaultCycleChecks.Check(schema, faults);
    }

    private void CheckFields(IFieldsType type)
    {
        Require(type.Fields.Count > 0, $"Type {type.Name} must define one or more fields.");
        CheckOnce(type.Fields, field => $"Field \"{type.Name}.{field.Name}\" can only be defined once.");
        foreach (var field in type.Fields)
        {
            CheckName(field.Name);
            Require(field.Type.IsOutputType, $"The type of {field} must be Output Type but got: {field.Type}.");
            CheckArguments(field.Arguments, field.ToString());
        }
    }

    private void CheckArguments(NamedList<InputValueDefinition> arguments, string owner)
    {
        CheckOnce(arguments, argument => $"Argument \"{owner}({argument.Name}:)\" can only be defined once.");
        foreach (var argument in arguments)
        {
            var name = $"{owner}({argument.Name}:)";
            CheckName(argument.Name);
            Require(argument.Type.IsInputType, $"The type of {name} must be Input Type but got: {argument.Type}.");
            Require(
                !argument.IsRequired || argument.DeprecationReason is null,
                $"Required argument {name} cannot be deprecated."
            );
            CheckDefault(argument, name);
        }
    }

    private void CheckInputFields(InputObjectType input)
    {
        Require(input.Fields.Count > 0, $"Input Object type {input} must define one or more fields.");
        CheckOnce(input.Fields, field => $"Field \"{input}.{field.Name}\" can only be defined once.");
        foreach (var field in input.Fields)
        {
            var name = $"{input}.{field.Name}";
            CheckName(field.Name);
            Require(field.Type.IsInputType, $"The type of {name} must be Input Type but got: {field.Type}.");
            Require(
                !field.IsRequired || field.DeprecationReason is null,
                $"Required input field {name} cannot be deprecated."
            );
            CheckDefault(field, name);
            if (input.IsOneOf)
            {
                Require(field.Type is not NonNullType, $"OneOf input field {name} must be nullable.");
                Require(field.DefaultValue is null, $"OneOf input field {name} cannot have a default value.");
            }
        }
    }

    private void CheckDefault(InputValueDefinition value, string name)
    {
        if (value.DefaultValue is { } literal && value.Type.IsInputType)
        {
            var found = new List<InputFault>();
            InputCoercion.ValidateLiteral(value.Type, literal, variables: null, found);
            faults.AddRange(
                found.Select(fault => $"{name} has invalid default value{fault.PathText}: {fault.Message}")
            );
        }
    }

    private void CheckName(string name)
    {
        Require(
            !name.StartsWith("__", StringComparison.Ordinal),
            $"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection."
        );
        Require(
            name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'),
            $"Name \"{name}\" is not a GraphQL name: it needs letters, digits and \"_\", and no digit at its beginning."
        );
    }

    private void CheckOnce<T>(NamedList<T> items, Func<T, string> message)
        where T : class, INamed
    {
        foreach (var group in items.GroupBy(item => item.Name).Where(group => group.Count() > 1))
        {
            faults.Add(message(group.First()));
        }
    }

    private void Require(bool holds, string message)
    {
        if (!holds)
        {
            faults.Add(message);
        }
    }
}
