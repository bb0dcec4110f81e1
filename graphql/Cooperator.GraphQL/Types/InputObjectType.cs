namespace Cooperator.GraphQL.Types;

/// <summary>An input object type, see section 3.10 of the specification.</summary>
public sealed class InputObjectType : NamedType
{
    internal InputObjectType(string name)
        : base(name) { }

    /// <summary>The input fields in definition order.</summary>
    public NamedList<InputValueDefinition> Fields { get; internal set; } = NamedList<InputValueDefinition>.Empty;

    /// <summary>Whether exactly one field must be given (<c>@oneOf</c>).</summary>
    public bool IsOneOf { get; internal set; }
}
