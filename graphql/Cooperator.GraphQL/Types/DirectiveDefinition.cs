using System.Collections.Immutable;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>A directive of the schema, see section 3.13 of the specification.</summary>
public sealed class DirectiveDefinition : INamed
{
    internal DirectiveDefinition(
        string name,
        ImmutableArray<DirectiveLocation> locations,
        IEnumerable<InputValueDefinition>? arguments = null
    )
    {
        Name = name;
        Locations = locations;
        Arguments = arguments is null ? NamedList<InputValueDefinition>.Empty : new(arguments);
        for (var index = 0; index < Arguments.Count; index++)
        {
            Arguments[index].Index = index;
        }
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>Where the directive may stand, in definition order.</summary>
    public ImmutableArray<DirectiveLocation> Locations { get; }

    /// <summary>The arguments in definition order.</summary>
    public NamedList<InputValueDefinition> Arguments { get; }

    /// <summary>Whether it may stand more than once at one place.</summary>
    public bool IsRepeatable { get; internal init; }

    /// <summary>The description, in Markdown.</summary>
    public string? Description { get; internal init; }

    /// <summary>Why the directive is deprecated; null when it is not.</summary>
    public string? DeprecationReason { get; internal init; }

    /// <summary>The directives written on the definition.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; internal init; } = [];

    /// <summary>The definition when read from SDL.</summary>
    public DirectiveDefinitionNode? Definition { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => $"@{Name}";
}

/// <summary>The places a directive may stand, in the order of their names; <see cref="DirectiveLocations"/> has these.</summary>
public enum DirectiveLocation
{
    /// <summary>A query.</summary>
    Query,

    /// <summary>A mutation.</summary>
    Mutation,

    /// <summary>A subscription.</summary>
    Subscription,

    /// <summary>A field of a selection.</summary>
    Field,

    /// <summary>A definition of a fragment.</summary>
    FragmentDefinition,

    /// <summary>A use of a fragment.</summary>
    FragmentSpread,

    /// <summary>An inline fragment.</summary>
    InlineFragment,

    /// <summary>A variable of an operation.</summary>
    VariableDefinition,

    /// <summary>A variable of a fragment.</summary>
    FragmentVariableDefinition,

    /// <summary>A schema.</summary>
    Schema,

    /// <summary>A scalar type.</summary>
    Scalar,

    /// <summary>An object type.</summary>
    Object,

    /// <summary>A field of an object type or interface.</summary>
    FieldDefinition,

    /// <summary>An argument of a field or directive.</summary>
    ArgumentDefinition,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>A union.</summary>
    Union,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>A value of an enum.</summary>
    EnumValue,

    /// <summary>An input object type.</summary>
    InputObject,

    /// <summary>A field of an input object type.</summary>
    InputFieldDefinition,

    /// <summary>A definition of a directive.</summary>
    DirectiveDefinition,
}

/// <summary>The names of the places a directive may stand.</summary>
public static class DirectiveLocations
{
    /// <summary>The name in GraphQL, such as <c>FIELD_DEFINITION</c>.</summary>
    public static string ToName(this DirectiveLocation location) => DirectiveLocationNames.All[(int)location];

    /// <summary>The place of that name.</summary>
    public static DirectiveLocation? Find(string name) =>
        DirectiveLocationNames.All.IndexOf(name) is >= 0 and var index ? (DirectiveLocation)index : null;
}
