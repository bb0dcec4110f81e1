using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Whether the default values of input fields end: none needs itself.</summary>
internal sealed class DefaultCycleChecks
{
    private readonly HashSet<InputValueDefinition> visited = [];
    private readonly List<(string Name, InputValueDefinition Field)> path = [];
    private readonly SchemaFaults faults;

    private DefaultCycleChecks(SchemaFaults faults) => this.faults = faults;

    public static void Check(Schema schema, SchemaFaults faults)
    {
        var checks = new DefaultCycleChecks(faults);
        foreach (var input in schema.OrderedTypes.OfType<InputObjectType>())
        {
            checks.Follow(input, new ObjectValueNode([]));
        }
    }

    private void Follow(InputObjectType input, ValueNode value)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Values)
            {
                Follow(input, item);
            }
        }

        if (value is not ObjectValueNode map)
        {
            return;
        }

        foreach (var field in input.Fields)
        {
            if (field.Type.Named is not InputObjectType target)
            {
                continue;
            }

            if (map.Fields.LastOrDefault(given => given.Name.Value == field.Name) is { } given)
            {
                Follow(target, given.Value);
            }
            else
            {
                FollowDefault(target, field, $"{input}.{field.Name}");
            }
        }
    }

    private void FollowDefault(InputObjectType target, InputValueDefinition field, string name)
    {
        if (field.DefaultValue is not { } value)
        {
            return;
        }

        var start = path.FindIndex(step => step.Field == field);
        if (start >= 0)
        {
            var via = path[(start + 1)..].Select(step => step.Name).ToList();
            faults.Report(
                $"Invalid circular reference. The default value of Input Object field {name} references itself"
                    + (via.Count == 0 ? "." : $" via the default values of: {string.Join(", ", via)}."),
                path[start..].Select(step => step.Field.DefaultValue)
            );
            return;
        }

        if (visited.Add(field))
        {
            path.Add((name, field));
            Follow(target, value);
            path.RemoveAt(path.Count - 1);
        }
    }
}
