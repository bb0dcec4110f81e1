using System.Globalization;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Costs;

/// <summary>How many items a field yields: the most that its slicing arguments ask for. Two that always say the same are equal.</summary>
internal sealed class ListLength : IEquatable<ListLength>
{
    private const int NotGiven = -1;

    private readonly int _literal = NotGiven;
    private readonly int _assumed;
    private readonly List<(string Variable, int Otherwise)> _variables = [];

    private ListLength(FieldDefinition definition, FieldNode field)
    {
        _assumed = definition.ListSize?.AssumedSize ?? ListSize.Unknown;
        foreach (var name in definition.ListSize?.SlicingArguments ?? [])
        {
            var @default = NumberOf(definition.Arguments.Find(name)?.DefaultValue);
            switch (field.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value)
            {
                case null:
                    _literal = Math.Max(_literal, @default);
                    break;
                case VariableNode variable:
                    _variables.Add((variable.Name.Value, @default));
                    break;
                case var literal:
                    _literal = Math.Max(_literal, NumberOf(literal));
                    break;
            }
        }
    }

    /// <summary>Whether variables decide.</summary>
    public bool IsVariable => _variables.Count > 0;

    /// <summary>The length where no variable decides.</summary>
    public int Fixed => _literal < 0 ? _assumed : _literal;

    public static ListLength Of(FieldDefinition definition, FieldNode field) => new(definition, field);

    /// <summary>The length, given the variables of a request.</summary>
    public double In(IReadOnlyDictionary<string, object?> variables)
    {
        var largest = _literal;
        foreach (var (variable, otherwise) in _variables)
        {
            // A variable that was not given leaves its argument to its default; one that is null asks for nothing.
            var asked = variables.TryGetValue(variable, out var value) ? NumberOf(value) : otherwise;
            largest = Math.Max(largest, asked);
        }

        return largest < 0 ? _assumed : largest;
    }

    public bool Equals(ListLength? other) =>
        other is not null
        && _literal == other._literal
        && _assumed == other._assumed
        && _variables.SequenceEqual(other._variables);

    public override bool Equals(object? obj) => Equals(obj as ListLength);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(_literal);
        hash.Add(_assumed);
        _variables.ForEach(hash.Add);
        return hash.ToHashCode();
    }

    private static int NumberOf(object? value) =>
        value switch
        {
            int number => number,
            long number => (int)Math.Clamp(number, NotGiven, int.MaxValue),
            _ => NotGiven,
        };

    private static int NumberOf(ValueNode? literal) =>
        literal is not IntValueNode number ? NotGiven
        : int.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) ? value
        : int.MaxValue;
}
