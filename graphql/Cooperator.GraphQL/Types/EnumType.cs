using System.Collections.Immutable;
using System.Text;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>An enum type, see section 3.9 of the specification. Its values are those of a C# enum, or their own names when read from SDL.</summary>
public sealed class EnumType : NamedType
{
    private Dictionary<object, EnumValueDefinition> byValue = [];

    internal EnumType(string name)
        : base(name) { }

    /// <summary>The values in definition order.</summary>
    public NamedList<EnumValueDefinition> Values
    {
        get;
        internal set
        {
            field = value;
            byValue = new Dictionary<object, EnumValueDefinition>(value.Count);
            foreach (var item in value)
            {
                byValue.TryAdd(item.Value, item);
            }
        }
    } = NamedList<EnumValueDefinition>.Empty;

    /// <summary>The definition of a C# value, or null when it is none of this enum.</summary>
    public EnumValueDefinition? FindByValue(object value) => byValue.GetValueOrDefault(value);
}

/// <summary>One value of an enum type.</summary>
public sealed class EnumValueDefinition : INamed
{
    internal EnumValueDefinition(string name, object? value = null)
    {
        Name = name;
        Value = value ?? name;
        Json = Encoding.UTF8.GetBytes($"\"{name}\"");
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>The C# value; the name itself when the type was read from SDL.</summary>
    public object Value { get; }

    /// <summary>The name as it stands in a response, quotes included.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>The description, in Markdown.</summary>
    public string? Description { get; internal init; }

    /// <summary>Why the value is deprecated; null when it is not.</summary>
    public string? DeprecationReason { get; internal init; }

    /// <summary>The directives written on the definition.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; internal init; } = [];

    /// <summary>The definition when the type was read from SDL.</summary>
    public EnumValueDefinitionNode? Definition { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
