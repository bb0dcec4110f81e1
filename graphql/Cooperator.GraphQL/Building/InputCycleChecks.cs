using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Whether each input object type has a finite value: no chain of fields that must be given leads back to its beginning.</summary>
internal sealed class InputCycleChecks
{
    private readonly HashSet<InputObjectType> finite = [];
    private readonly HashSet<InputObjectType> visited = [];
    private readonly List<(InputObjectType Type, InputValueDefinition Field)> path = [];
    private readonly SchemaFaults faults;

    private InputCycleChecks(SchemaFaults faults) => this.faults = faults;

    public static void Check(Schema schema, SchemaFaults faults)
    {
        var checks = new InputCycleChecks(faults);
        var inputs = schema.OrderedTypes.OfType<InputObjectType>().ToList();
        checks.FindFinite(inputs);
        foreach (var input in inputs)
        {
            checks.Report(input);
        }
    }

    private void FindFinite(List<InputObjectType> inputs)
    {
        bool grew;
        do
        {
            grew = false;
            foreach (var input in inputs.Where(input => !finite.Contains(input) && IsFinite(input)).ToList())
            {
                grew = finite.Add(input) || grew;
            }
        } while (grew);
    }

    // One field of a @oneOf type is enough; of any other type, every required field must have a value.
    private bool IsFinite(InputObjectType input) =>
        input.IsOneOf
            ? input.Fields.Count == 0
                || input.Fields.Any(field => Target(input, field) is not { } target || finite.Contains(target))
            : input.Fields.All(field => Target(input, field) is not { } target || finite.Contains(target));

    private void Report(InputObjectType input)
    {
        if (finite.Contains(input) || !visited.Add(input))
        {
            return;
        }

        foreach (var field in input.Fields)
        {
            if (Target(input, field) is not { } target || finite.Contains(target))
            {
                continue;
            }

            path.Add((input, field));
            var start = path.FindIndex(step => step.Type == target);
            if (start >= 0)
            {
                var fields = string.Join(", ", path[start..].Select(step => $"{step.Type}.{step.Field.Name}"));
                faults.Report(
                    $"Input Object {target} cannot be provided a finite value because it references itself through fields: {fields}.",
                    path[start..].Select(step => step.Field.Definition)
                );
            }
            else
            {
                Report(target);
            }

            path.RemoveAt(path.Count - 1);
        }
    }

    private static InputObjectType? Target(InputObjectType input, InputValueDefinition field) =>
        (input.IsOneOf ? field.Type : (field.Type as NonNullType)?.Type) as InputObjectType;
}
