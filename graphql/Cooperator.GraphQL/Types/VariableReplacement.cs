using System.Collections.Immutable;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>Puts the values of variables into a literal, for scalars such as <c>JSON</c> that may hold lists and objects.</summary>
internal static class VariableReplacement
{
    public static ValueNode In(ValueNode literal, ScalarType? type, IReadOnlyDictionary<string, object?>? variables) =>
        literal switch
        {
            VariableNode variable => Value(variable.Name.Value, type, variables)
                ?? new NullValueNode(variable.Location),
            ListValueNode list when list.Values.Any(HasVariable) => new ListValueNode(
                [.. list.Values.Select(item => In(item, type, variables))],
                list.Location
            ),
            ObjectValueNode map when HasVariable(map) => new ObjectValueNode(
                GivenFields(map, type, variables),
                map.Location
            ),
            _ => literal,
        };

    // Values that came with a request know their own types; others can be told only by the scalar they stand in.
    private static ValueNode? Value(string name, ScalarType? type, IReadOnlyDictionary<string, object?>? variables) =>
        variables is VariableValues request ? request.LiteralOf(name)
        : variables is not null && variables.TryGetValue(name, out var value) && value is not null
            ? type?.ToLiteral(value)
        : null;

    // A field whose variable has no value is left out, as in an input object.
    private static ImmutableArray<ObjectFieldNode> GivenFields(
        ObjectValueNode map,
        ScalarType? type,
        IReadOnlyDictionary<string, object?>? variables
    ) =>
        [
            .. map
                .Fields.Where(field =>
                    field.Value is not VariableNode variable || variables?.ContainsKey(variable.Name.Value) == true
                )
                .Select(field => new ObjectFieldNode(field.Name, In(field.Value, type, variables), field.Location)),
        ];

    private static bool HasVariable(ValueNode literal) =>
        literal switch
        {
            VariableNode => true,
            ListValueNode list => list.Values.Any(HasVariable),
            ObjectValueNode map => map.Fields.Any(field => HasVariable(field.Value)),
            _ => false,
        };
}
