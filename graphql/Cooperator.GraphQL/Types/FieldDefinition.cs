using System.Collections.Immutable;
using System.Reflection;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>A field of an object or interface type, see section 3.6 of the specification.</summary>
public sealed class FieldDefinition : INamed
{
    internal FieldDefinition(string name, GraphQLType type, IEnumerable<InputValueDefinition>? arguments = null)
    {
        Name = name;
        Type = type;
        Arguments = arguments is null ? NamedList<InputValueDefinition>.Empty : new(arguments);
        for (var index = 0; index < Arguments.Count; index++)
        {
            Arguments[index].Index = index;
        }
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>The type of the value.</summary>
    public GraphQLType Type { get; }

    /// <summary>The arguments in definition order.</summary>
    public NamedList<InputValueDefinition> Arguments { get; }

    /// <summary>The type that declares the field; null for the meta fields, which belong to every type.</summary>
    public NamedType? DeclaringType { get; internal set; }

    /// <summary>The description, in Markdown.</summary>
    public string? Description { get; internal init; }

    /// <summary>Why the field is deprecated; null when it is not.</summary>
    public string? DeprecationReason { get; internal init; }

    /// <summary>The directives written on the definition.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; internal init; } = [];

    /// <summary>The definition when read from SDL.</summary>
    public FieldDefinitionNode? Definition { get; internal init; }

    /// <summary>The C# method or property behind the field, for messages.</summary>
    public MemberInfo? Member { get; internal init; }

    /// <summary>Gives the value; always there. A field of an interface is resolved by the object type's own field.</summary>
    public FieldResolver Resolver { get; internal set; } = DefaultResolver.Instance;

    /// <summary>Gives the value at once from the parent alone; null when the field needs more than that.</summary>
    public PureResolver? Pure { get; internal set; }

    /// <summary>Writes the leaf value without boxing; null when there is no <see cref="Pure"/> or the type is no single leaf.</summary>
    public LeafWriter? WriteLeaf { get; internal set; }

    /// <summary>Opens the event stream of a subscription's root field; null for every other field.</summary>
    public SubscriptionSource? Subscribe { get; internal set; }

    /// <summary>The weight given by <see cref="CostAttribute"/>; null leaves the default by kind.</summary>
    public double? Cost { get; internal init; }

    /// <summary>How many items the field yields, for the cost of an operation.</summary>
    public ListSize? ListSize { get; internal init; }

    /// <summary>Whether <see cref="SameForAllAttribute"/> says that the field does not hang on who asks.</summary>
    public bool IsSameForAll { get; internal set; }

    /// <summary>The rules that must all hold before the resolver runs.</summary>
    public IReadOnlyList<AuthorizeRule> Authorization { get; internal set; } = [];

    /// <inheritdoc />
    public override string ToString() => $"{DeclaringType?.Name ?? "<meta>"}.{Name}";
}

/// <summary>What <see cref="ListSizeAttribute"/> or paging says about the size of a list.</summary>
/// <param name="AssumedSize">The size when no slicing argument is given.</param>
/// <param name="SlicingArguments">The arguments that limit the size.</param>
/// <param name="SizedFields">The fields of the result that hold the list; empty when the field is the list.</param>
public sealed record ListSize(
    int AssumedSize,
    IReadOnlyList<string> SlicingArguments,
    IReadOnlyList<string> SizedFields
)
{
    /// <summary>How many items a list has that nothing is known about.</summary>
    internal const int Unknown = 10;
}

/// <summary>One rule of <see cref="AuthorizeAttribute"/>.</summary>
/// <param name="Policy">The policy; null asks only for a signed-in caller.</param>
public sealed record AuthorizeRule(string? Policy);
