using System.Collections.Immutable;
using System.Text.Json;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>
/// The canonical values of a request's variables, and each as a literal of its declared type: that is what a scalar reads which holds lists and objects
/// with variables in them.
/// </summary>
internal sealed class VariableValues(
    Schema schema,
    ImmutableArray<VariableDefinitionNode> definitions,
    JsonElement? given
) : Dictionary<string, object?>(definitions.Length, StringComparer.Ordinal)
{
    /// <summary>What was given for a variable, or its default; null when there is no value.</summary>
    public ValueNode? LiteralOf(string name)
    {
        var definition = definitions.FirstOrDefault(candidate => candidate.Variable.Name.Value == name);
        if (definition is null || schema.FindType(definition.Type) is not { } type)
        {
            return null;
        }

        return given is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var value)
            ? JsonInputLiteral.Of(type, value)
            : definition.DefaultValue;
    }
}
