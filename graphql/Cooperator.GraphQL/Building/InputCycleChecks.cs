using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Whether each input object type has a finite value: no chain of required fields leads back to its beginning.</summary>
internal static class InputCycleChecks
{
    public static void Check(Schema schema, List<string> faults)
    {
        var inputs = schema.OrderedTypes.OfType<InputObjectType>().ToList();
        var finite = new HashSet<InputObjectType>();
        bool grew;
        do
        {
            grew = false;
            foreach (var input in inputs.Where(input => !finite.Contains(input) && IsFinite(input, finite)))
            {
                grew = finite.Add(input) || grew;
            }
        } while (grew);

        faults.AddRange(
            inputs
                .Where(input => !finite.Contains(input))
                .Select(input =>
                    input.IsOneOf
                        ? $"OneOf Input Object {input} must be inhabited but all fields recursively reference only other OneOf Input Objects forming an unresolvable cycle."
                        : $"Invalid circular reference. The Input Object {input} references itself through required fields."
                )
        );
    }

    private static bool IsFinite(InputObjectType input, HashSet<InputObjectType> finite)
    {
        // One field of a @oneOf type is enough; of any other type, every required field must have a value.
        return input.IsOneOf
            ? input.Fields.Count == 0
                || input.Fields.Any(field => field.Type is not InputObjectType target || finite.Contains(target))
            : input.Fields.All(field =>
                field.Type is not NonNullType { Type: InputObjectType target } || finite.Contains(target)
            );
    }
}
