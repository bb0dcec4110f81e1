using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Costs;

/// <summary>
/// What an operation costs at most, before it runs. A field costs its <see cref="FieldDefinition.Cost"/>; when that is not given, 0 for a plain property and
/// 1 for a resolver. Each object it yields costs 1 and what is selected of it. A list yields as many as its slicing arguments say, or its
/// <see cref="ListSize.AssumedSize"/> when none is given; a list nothing is known about counts as 10. The names of the fields selected of an object are
/// free below 4,000 characters, and cost 1 for each 4,000. Introspection is free, unless it asks for far more than tools do.
/// </summary>
/// <remarks>
/// Measured once for a document. What does not hang on variables is a number already; the rest is a short list of sums, each of which needs only those
/// before it, so that a request's cost takes a few multiplications however often fragments are spread.
/// </remarks>
public sealed class OperationCost
{
    private readonly double _fixed;
    private readonly CostSum[] _sums;

    internal OperationCost(double @fixed, CostSum[] sums)
    {
        _fixed = @fixed;
        _sums = sums;
    }

    /// <summary>Whether the cost hangs on variables.</summary>
    public bool IsVariable => _sums.Length > 0;

    /// <summary>Measures <paramref name="operation"/>, which must belong to the valid <paramref name="document"/>.</summary>
    /// <exception cref="GraphQLException">The operation is nested too deeply to be measured.</exception>
    public static OperationCost Of(Schema schema, DocumentNode document, OperationDefinitionNode operation)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(operation);
        return new CostMeasure(schema, document).Measure(operation);
    }

    /// <summary>The cost of one request, given the canonical values of its variables.</summary>
    public double For(IReadOnlyDictionary<string, object?> variables)
    {
        if (_sums.Length == 0)
        {
            return _fixed;
        }

        ArgumentNullException.ThrowIfNull(variables);
        Span<double> values = _sums.Length <= 64 ? stackalloc double[_sums.Length] : new double[_sums.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = _sums[index].Value(variables, values);
        }

        return CostSum.Cap(_fixed + values[^1]);
    }
}
