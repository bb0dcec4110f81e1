using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>The arguments of a field as selected, see section 6.4.1 of the specification ("CoerceArgumentValues").</summary>
internal sealed class FieldArguments
{
    /// <summary>Stands for an argument that was neither given nor has a default.</summary>
    public static readonly object Absent = new();

    private static readonly IReadOnlyDictionary<string, object?> NoVariables = new Dictionary<string, object?>();

    private readonly FieldDefinition _field;
    private readonly FieldNode _node;
    private readonly ArgumentNode?[] _given;
    private readonly object?[]? _constants;

    public FieldArguments(FieldDefinition field, FieldNode node)
    {
        _field = field;
        _node = node;
        _given = new ArgumentNode?[field.Arguments.Count];
        foreach (var argument in node.Arguments)
        {
            if (field.Arguments.TryGet(argument.Name.Value, out var definition))
            {
                _given[definition.Index] = argument;
            }
        }

        _constants = ReadConstants();
    }

    /// <summary>Gives the values in definition order, in the C# types of the resolver's parameters; <see cref="Absent"/> where there is none.</summary>
    /// <exception cref="GraphQLException">An argument is missing or wrong.</exception>
    public object?[] Read(IReadOnlyDictionary<string, object?> variables) => _constants ?? ReadAll(variables);

    private object?[] ReadAll(IReadOnlyDictionary<string, object?> variables)
    {
        var values = _given.Length == 0 ? [] : new object?[_given.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Read(_field.Arguments[index], _given[index], variables);
        }

        return values;
    }

    /// <summary>Reads once what is the same for every request; null when something depends on variables, is wrong, or could be changed by a resolver.</summary>
    private object?[]? ReadConstants()
    {
        for (var index = 0; index < _given.Length; index++)
        {
            var isLeaf = _field.Arguments[index].Type.Nullable is NamedType { IsLeaf: true };
            if (!isLeaf && (_given[index] ?? (object?)_field.Arguments[index].DefaultValue) is not null)
            {
                return null;
            }

            if (
                _given[index]?.Value
                is not (
                    null
                    or NullValueNode
                    or IntValueNode
                    or FloatValueNode
                    or StringValueNode
                    or BooleanValueNode
                    or EnumValueNode
                )
            )
            {
                return null;
            }
        }

        try
        {
            return ReadAll(NoVariables);
        }
        catch (Exception)
        {
            // Reported where the field is executed, with its path: whatever it is, for C# types may refuse in ways of their own.
            return null;
        }
    }

    private object? Read(
        InputValueDefinition definition,
        ArgumentNode? given,
        IReadOnlyDictionary<string, object?> variables
    )
    {
        if (given is null && definition.IsRequired)
        {
            throw Invalid(definition, $" of required type \"{definition.Type}\" was not provided.", _node);
        }

        var isMissing =
            given is null || (given.Value is VariableNode variable && !variables.ContainsKey(variable.Name.Value));
        if (isMissing && !definition.IsRequired)
        {
            return definition.DefaultValue is null ? Absent : Convert(definition, definition.CanonicalDefault);
        }

        if (InputCoercion.TryCoerceLiteral(definition.Type, given!.Value, variables, out var canonical))
        {
            return Convert(definition, canonical);
        }

        // The first fault is told, and no other one looked for.
        InputCoercion.FindFaults(
            definition.Type,
            given.Value,
            variables,
            fault =>
                throw Invalid(
                    definition,
                    $" has invalid value{fault.PathText}: {fault.Message}",
                    fault.Node ?? given.Value
                )
        );
        throw Invalid(definition, $" has invalid value {LiteralText.Of(given.Value)}.", given.Value);
    }

    private GraphQLException Invalid(InputValueDefinition definition, string problem, SyntaxNode node) =>
        new(GraphQLError.At($"Argument \"{_field}({definition.Name}:)\"{problem}", node));

    private static object? Convert(InputValueDefinition definition, object? canonical)
    {
        try
        {
            return definition.Convert is { } convert ? convert(canonical) : canonical;
        }
        catch (OverflowException)
        {
            // An id, or a number, that the C# type cannot hold: to the client that is a value out of range.
            throw new GraphQLException($"{InspectedValue.Of(canonical)} is out of range.");
        }
    }
}
