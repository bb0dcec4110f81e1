using System.Collections.Immutable;
using System.Text.Json;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>Reads the variables of a request, see section 6.1.2 of the specification ("CoerceVariableValues").</summary>
internal static class VariableCoercion
{
    private const int MostErrors = 50;
    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    /// <summary>Gives the canonical values of the variables that were given or have a default.</summary>
    /// <exception cref="GraphQLException">Values are missing or wrong; every one is told, up to a limit.</exception>
    public static IReadOnlyDictionary<string, object?> Coerce(
        Schema schema,
        ImmutableArray<VariableDefinitionNode> definitions,
        JsonElement? given,
        IReadOnlyDictionary<string, UploadedFile> files
    )
    {
        var isObject = given is { ValueKind: JsonValueKind.Object };
        if (!isObject && given is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) })
        {
            throw new GraphQLException(
                "Variables must be provided as an Object where each property is a variable value."
            );
        }

        if (definitions.IsEmpty)
        {
            return None;
        }

        var errors = ImmutableArray.CreateBuilder<GraphQLError>();
        var values = new VariableValues(schema, definitions, given);
        foreach (var definition in definitions)
        {
            var value = default(JsonElement);
            if (isObject)
            {
                given!.Value.TryGetProperty(definition.Variable.Name.Value, out value);
            }

            CoerceOne(schema, definition, value, files, values, errors);
        }

        return errors.Count == 0 ? values : throw new GraphQLException(errors.DrainToImmutable());
    }

    private static void CoerceOne(
        Schema schema,
        VariableDefinitionNode definition,
        JsonElement given,
        IReadOnlyDictionary<string, UploadedFile> files,
        VariableValues values,
        ImmutableArray<GraphQLError>.Builder errors
    )
    {
        var name = definition.Variable.Name.Value;
        if (schema.FindType(definition.Type) is not { IsInputType: true } type)
        {
            Report(
                errors,
                $"Variable \"${name}\" expected value of type \"{definition.Type}\" which cannot be used as an input type.",
                definition.Type
            );
            return;
        }

        var isGiven = given.ValueKind != JsonValueKind.Undefined;
        if (!isGiven && definition.DefaultValue is { } literal)
        {
            if (InputCoercion.TryCoerceLiteral(type, literal, variables: null, out var defaultValue))
            {
                values.Add(name, defaultValue);
            }
            else
            {
                InputCoercion.FindFaults(
                    type,
                    literal,
                    variables: null,
                    fault => Report(errors, definition, $"Variable \"${name}\" has invalid default value", fault)
                );
            }

            return;
        }

        if (!isGiven)
        {
            if (type is NonNullType)
            {
                Report(
                    errors,
                    $"Variable \"${name}\" has invalid value: Expected a value of non-null type \"{type}\" to be provided.",
                    definition
                );
            }

            return;
        }

        values.Add(
            name,
            InputCoercion.CoerceJson(
                type,
                given,
                fault => Report(errors, definition, $"Variable \"${name}\" has invalid value", fault),
                files
            )
        );
    }

    private static void Report(
        ImmutableArray<GraphQLError>.Builder errors,
        VariableDefinitionNode definition,
        string problem,
        InputFault fault
    ) => Report(errors, $"{problem}{fault.PathText}: {fault.Message}", definition);

    // Ends the reading at once when there are enough: each error may be as long as what it is about.
    private static void Report(ImmutableArray<GraphQLError>.Builder errors, string message, SyntaxNode node)
    {
        if (errors.Count == MostErrors)
        {
            errors.Add(
                new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.")
            );
            throw new GraphQLException(errors.DrainToImmutable());
        }

        errors.Add(GraphQLError.At(message, node));
    }
}
