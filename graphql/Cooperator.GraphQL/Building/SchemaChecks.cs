using System.Collections.Immutable;
using Cooperator.GraphQL.Introspection;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>The rules a type system must follow ("Type Validation" in section 3 of the specification), in the words of the reference implementation.</summary>
internal sealed class SchemaChecks
{
    private readonly Schema schema;
    private readonly SchemaFaults faults;
    private readonly InputValueChecks inputs;

    private SchemaChecks(Schema schema, SchemaFaults faults)
    {
        this.schema = schema;
        this.faults = faults;
        inputs = new InputValueChecks(faults);
    }

    public static void Find(Schema schema, SchemaFaults faults)
    {
        var checks = new SchemaChecks(schema, faults);
        checks.CheckRoots();
        checks.CheckDirectives();
        checks.CheckTypes();
    }

    public static void ThrowIfInvalid(Schema schema)
    {
        var faults = new SchemaFaults();
        if (schema.QueryType is null)
        {
            faults.Report("Query root type must be provided.");
        }

        Find(schema, faults);
        faults.ThrowIfAny();
    }

    private void CheckRoots()
    {
        var roots = new[] { OperationType.Query, OperationType.Mutation, OperationType.Subscription }
            .Where(operation => schema.RootType(operation) is not null)
            .GroupBy(operation => schema.RootType(operation)!);
        foreach (var shared in roots.Where(group => group.Count() > 1))
        {
            var operations = shared.Select(operation => operation.Keyword()).ToList();
            var list =
                operations.Count == 2
                    ? string.Join(" and ", operations)
                    : $"{operations[0]}, {operations[1]}, and {operations[2]}";
            faults.Report(
                $"All root types must be different, \"{shared.Key}\" type is used as {list} root types.",
                shared.Select(operation => SdlRoots.NodeOf(schema.Definition, schema.Extensions, operation))
            );
        }
    }

    private void CheckDirectives()
    {
        foreach (var directive in schema.Directives)
        {
            inputs.CheckName(directive.Name, directive.Definition);
            if (directive.Locations.Length == 0)
            {
                faults.Report($"Directive {directive} must include 1 or more locations.", directive.Definition);
            }

            inputs.CheckArguments(directive.Arguments, directive.ToString(), ofDirective: true);
        }
    }

    private void CheckTypes()
    {
        foreach (var type in schema.OrderedTypes.Where(type => !IntrospectionTypes.All.Contains(type)))
        {
            inputs.CheckName(type.Name, type.Definition);
            switch (type)
            {
                case ObjectType or InterfaceType:
                    CheckFields(type, ((IFieldsType)type).Fields);
                    InterfaceChecks.Check(schema, type, (IFieldsType)type, faults);
                    break;
                case UnionType union:
                    CheckMembers(union);
                    break;
                case EnumType enumType:
                    CheckValues(enumType);
                    break;
                case InputObjectType input:
                    inputs.CheckFields(input);
                    break;
            }
        }

        InputCycleChecks.Check(schema, faults);
        DefaultCycleChecks.Check(schema, faults);
    }

    private void CheckFields(NamedType type, NamedList<FieldDefinition> fields)
    {
        if (fields.Count == 0)
        {
            faults.Report($"Type {type} must define one or more fields.", SchemaFaults.NodesOf(type));
        }

        inputs.CheckOnce(fields, field => $"Field \"{field}\" can only be defined once.");
        foreach (var field in fields)
        {
            inputs.CheckName(field.Name, field.Definition);
            if (!field.Type.IsOutputType)
            {
                faults.Report(
                    $"The type of {field} must be Output Type but got: {field.Type}.",
                    field.Definition?.Type
                );
            }

            inputs.CheckArguments(field.Arguments, field.ToString(), ofDirective: false);
        }
    }

    private void CheckMembers(UnionType union)
    {
        // What is no object was reported when the members were read.
        if (union.Types.Count == 0 && SchemaFaults.MemberNodes(union).IsEmpty)
        {
            faults.Report($"Union type {union} must define one or more member types.", SchemaFaults.NodesOf(union));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in union.Types.Where(member => !seen.Add(member.Name)))
        {
            faults.Report(
                $"Union type {union} can only include type {member} once.",
                SchemaFaults.MemberNodes(union, member.Name)
            );
        }
    }

    private void CheckValues(EnumType type)
    {
        if (type.Values.Count == 0)
        {
            faults.Report($"Enum type {type} must define one or more values.", SchemaFaults.NodesOf(type));
        }

        inputs.CheckOnce(type.Values, value => $"Enum value \"{type}.{value}\" can only be defined once.");
        foreach (var value in type.Values)
        {
            inputs.CheckName(value.Name, value.Definition);
        }
    }
}
