using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>The rules for names, arguments and input fields, see sections 2.1.9, 3.6.1 and 3.10 of the specification.</summary>
internal sealed class InputValueChecks(SchemaFaults faults)
{
    public void CheckArguments(NamedList<InputValueDefinition> arguments, string owner, bool ofDirective)
    {
        CheckOnce(arguments, argument => $"Argument \"{owner}({argument.Name}:)\" can only be defined once.");
        foreach (var argument in arguments)
        {
            var name = $"{owner}({argument.Name}:)";
            CheckName(argument.Name, argument.Definition);
            if (!argument.Type.IsInputType)
            {
                faults.Report(
                    $"The type of {name} must be Input Type but got: {argument.Type}.",
                    ofDirective ? argument.Definition : argument.Definition?.Type
                );
            }

            CheckDeprecation(argument, $"Required argument {name} cannot be deprecated.");
            CheckDefault(argument, name);
        }
    }

    public void CheckFields(InputObjectType input)
    {
        if (input.Fields.Count == 0)
        {
            faults.Report($"Input Object type {input} must define one or more fields.", SchemaFaults.NodesOf(input));
        }

        CheckOnce(input.Fields, field => $"Field \"{input}.{field.Name}\" can only be defined once.");
        foreach (var field in input.Fields)
        {
            var name = $"{input}.{field.Name}";
            CheckName(field.Name, field.Definition);
            if (!field.Type.IsInputType)
            {
                faults.Report($"The type of {name} must be Input Type but got: {field.Type}.", field.Definition?.Type);
            }

            CheckDeprecation(field, $"Required input field {name} cannot be deprecated.");
            CheckDefault(field, name);
            if (input.IsOneOf)
            {
                CheckChoice(field, name);
            }
        }
    }

    public void CheckName(string name, SyntaxNode? node)
    {
        foreach (var fault in NameFaults.Of(name))
        {
            faults.Report(fault, node);
        }
    }

    // In SDL this was found before the schema was built.
    public void CheckOnce<T>(NamedList<T> items, Func<T, string> message)
        where T : class, INamed
    {
        foreach (var group in items.GroupBy(item => item.Name).Where(group => group.Count() > 1))
        {
            faults.Report(message(group.First()));
        }
    }

    private void CheckDeprecation(InputValueDefinition value, string message)
    {
        if (value.IsRequired && value.DeprecationReason is not null)
        {
            faults.Report(message, SchemaFaults.DeprecatedNode(value.Definition?.Directives), value.Definition?.Type);
        }
    }

    private void CheckDefault(InputValueDefinition value, string name)
    {
        if (value.DefaultValue is not { } literal)
        {
            return;
        }

        var found = new List<InputFault>();
        InputCoercion.ValidateLiteral(value.Type, literal, variables: null, found);
        foreach (var fault in found)
        {
            faults.Report($"{name} has invalid default value{fault.PathText}: {fault.Message}", fault.Node ?? literal);
        }
    }

    private void CheckChoice(InputValueDefinition field, string name)
    {
        if (field.Type is NonNullType)
        {
            faults.Report($"OneOf input field {name} must be nullable.", field.Definition?.Type);
        }

        if (field.DefaultValue is not null)
        {
            faults.Report($"OneOf input field {name} cannot have a default value.", field.Definition);
        }
    }
}
