using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>A scalar type, see section 3.5 of the specification. Stateless and safe to share between schemas.</summary>
public abstract class ScalarType : NamedType
{
    /// <summary>A scalar of that name whose values are of that C# type.</summary>
    protected ScalarType(string name, Type runtimeType)
        : base(name) => RuntimeType = runtimeType;

    /// <summary>Where the format is specified.</summary>
    public string? SpecifiedByUrl { get; protected internal set; }

    /// <summary>Reads a literal without variables in it.</summary>
    /// <exception cref="ScalarCoercionException">The literal is not of this type.</exception>
    public abstract object? ParseLiteral(ValueNode literal);

    /// <summary>Reads a value of the request's variables; never JSON null.</summary>
    /// <exception cref="ScalarCoercionException">The value is not of this type.</exception>
    public abstract object? ParseValue(JsonElement value);

    /// <summary>Writes a value into the response.</summary>
    /// <exception cref="ScalarCoercionException">The value is not of this type.</exception>
    public abstract void Write(JsonBuffer buffer, object value);

    /// <summary>The literal that stands for a value, for default values; null when there is none.</summary>
    public abstract ValueNode? ToLiteral(object value);
}

/// <summary>A scalar whose values are all of the C# type <typeparamref name="T"/>.</summary>
public abstract class ScalarType<T>(string name) : ScalarType(name, typeof(T))
    where T : notnull
{
    /// <summary>Writes a value into the response without boxing it.</summary>
    public abstract void WriteValue(JsonBuffer buffer, T value);

    /// <inheritdoc />
    public override void Write(JsonBuffer buffer, object value)
    {
        if (value is not T typed)
        {
            throw new ScalarCoercionException($"{Name} cannot represent value: {InspectedValue.Of(value)}");
        }

        WriteValue(buffer, typed);
    }
}

/// <summary>A value is not one of a scalar type. The message is meant for the client.</summary>
public sealed class ScalarCoercionException(string message) : Exception(message);
