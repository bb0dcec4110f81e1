using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>
/// Coerces input, see section 6.1.2 and "Input Coercion" of each type in section 3 of the specification. The canonical value of a scalar is of its
/// <see cref="NamedType.RuntimeType"/>, of an enum its C# value, of a list a <c>List&lt;object?&gt;</c>, of an input object a
/// <c>Dictionary&lt;string, object?&gt;</c> that has the given and the defaulted fields.
/// </summary>
public static class InputCoercion
{
    /// <summary>Reads a value of the request's variables.</summary>
    /// <param name="type">The type of the variable.</param>
    /// <param name="value">The given value; JSON null is null.</param>
    /// <param name="faults">Receives everything that is wrong.</param>
    /// <returns>The canonical value; meaningless when faults were added.</returns>
    public static object? CoerceJson(GraphQLType type, JsonElement value, ICollection<InputFault> faults) =>
        new JsonInputReader(faults.Add).Read(type, value, path: null);

    /// <summary>The same when files came with the request; <paramref name="report"/> may end the reading by an exception.</summary>
    internal static object? CoerceJson(
        GraphQLType type,
        JsonElement value,
        Action<InputFault> report,
        IReadOnlyDictionary<string, UploadedFile> files
    ) => new JsonInputReader(report, files).Read(type, value, path: null);

    /// <summary>Reads a literal, as it stands in a document or as a default.</summary>
    /// <param name="type">The type of the place the literal stands at.</param>
    /// <param name="literal">The literal, which may use variables.</param>
    /// <param name="variables">The canonical values of the variables that were given or have a default; null when none may be used.</param>
    /// <param name="canonical">The canonical value.</param>
    /// <returns>
    /// Whether there is a value: false when the literal is wrong (see <see cref="ValidateLiteral"/>), or when it needs a variable that has none.
    /// </returns>
    public static bool TryCoerceLiteral(
        GraphQLType type,
        ValueNode literal,
        IReadOnlyDictionary<string, object?>? variables,
        out object? canonical
    ) => new LiteralInputReader(variables).TryRead(type, literal, out canonical);

    /// <summary>Finds what is wrong with a literal.</summary>
    /// <param name="type">The type of the place the literal stands at.</param>
    /// <param name="literal">The literal.</param>
    /// <param name="variables">The canonical values of the variables; null leaves every use of a variable unchecked.</param>
    /// <param name="faults">Receives everything that is wrong.</param>
    public static void ValidateLiteral(
        GraphQLType type,
        ValueNode literal,
        IReadOnlyDictionary<string, object?>? variables,
        ICollection<InputFault> faults
    ) => FindFaults(type, literal, variables, faults.Add);

    /// <summary>The same, told one by one; <paramref name="report"/> may end the search by an exception.</summary>
    internal static void FindFaults(
        GraphQLType type,
        ValueNode literal,
        IReadOnlyDictionary<string, object?>? variables,
        Action<InputFault> report
    ) => new LiteralInputValidator(variables, report).Validate(type, literal, path: null);

    internal static object? CoerceDefault(GraphQLType type, ValueNode literal) =>
        TryCoerceLiteral(type, literal, variables: null, out var canonical)
            ? canonical
            : throw new SchemaException($"The default value {LiteralText.Of(literal)} is not of type \"{type}\".");

    internal static string OneOfMessage(InputObjectType type) =>
        $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";

    internal static string UnknownEnumValue(EnumType type, string found) =>
        $"Value \"{found}\" does not exist in \"{type.Name}\" enum.";
}

/// <summary>A step into an input value; walked backwards only when something is wrong.</summary>
internal sealed record InputPath(InputPath? Parent, object Key)
{
    public static IReadOnlyList<object> ToList(InputPath? path)
    {
        var keys = new List<object>();
        for (var step = path; step is not null; step = step.Parent)
        {
            keys.Add(step.Key);
        }

        keys.Reverse();
        return keys;
    }
}
