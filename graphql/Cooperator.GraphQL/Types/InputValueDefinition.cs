using System.Collections.Immutable;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>
/// Turns a canonical value (see <see cref="InputCoercion"/>; null included, absent excluded) into the C# type of the parameter. Compiled at build.
/// </summary>
/// <exception cref="GraphQLException">The value is well formed but wrong, such as the id of another type.</exception>
public delegate object? InputConverter(object? canonical);

/// <summary>An argument or an input field, see section 3.6.1 of the specification.</summary>
public sealed class InputValueDefinition : INamed
{
    private readonly Lazy<object?> canonicalDefault;

    internal InputValueDefinition(string name, GraphQLType type, ValueNode? defaultValue = null)
    {
        Name = name;
        Type = type;
        DefaultValue = defaultValue;
        canonicalDefault = new Lazy<object?>(() =>
            DefaultValue is { } literal ? InputCoercion.CoerceDefault(Type, literal) : null
        );
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>The type of the value.</summary>
    public GraphQLType Type { get; }

    /// <summary>The default as a literal; null when there is none.</summary>
    public ValueNode? DefaultValue { get; }

    /// <summary>The default as a canonical value; meaningful only when <see cref="DefaultValue"/> is given.</summary>
    public object? CanonicalDefault => canonicalDefault.Value;

    /// <summary>Whether a value must be given.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;

    /// <summary>The place among the arguments of the field or the fields of the input object.</summary>
    public int Index { get; internal set; }

    /// <summary>From the canonical value to the parameter's C# type; null when the canonical value is taken as it is.</summary>
    public InputConverter? Convert { get; internal set; }

    /// <summary>The description, in Markdown.</summary>
    public string? Description { get; internal init; }

    /// <summary>Why the value is deprecated; null when it is not.</summary>
    public string? DeprecationReason { get; internal init; }

    /// <summary>The directives written on the definition.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; internal init; } = [];

    /// <summary>The definition when read from SDL.</summary>
    public InputValueDefinitionNode? Definition { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => $"{Name}: {Type}";
}
