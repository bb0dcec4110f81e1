using System.Collections.Immutable;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Scalars;

namespace Cooperator.GraphQL.Types;

/// <summary>The directives every schema has, see section 3.13 of the specification.</summary>
public static class BuiltInDirectives
{
    /// <summary>The reason of <c>@deprecated</c> when none is given.</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    /// <summary><c>@include(if:)</c>.</summary>
    public static readonly DirectiveDefinition Include = new(
        "include",
        [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
        [new InputValueDefinition("if", BuiltInScalars.Boolean.NonNull()) { Description = "Included when true." }]
    )
    {
        Description = "Directs the executor to include this field or fragment only when the `if` argument is true.",
    };

    /// <summary><c>@skip(if:)</c>.</summary>
    public static readonly DirectiveDefinition Skip = new(
        "skip",
        [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
        [new InputValueDefinition("if", BuiltInScalars.Boolean.NonNull()) { Description = "Skipped when true." }]
    )
    {
        Description = "Directs the executor to skip this field or fragment when the `if` argument is true.",
    };

    /// <summary><c>@deprecated(reason:)</c>.</summary>
    public static readonly DirectiveDefinition Deprecated = new(
        "deprecated",
        [
            DirectiveLocation.FieldDefinition,
            DirectiveLocation.ArgumentDefinition,
            DirectiveLocation.InputFieldDefinition,
            DirectiveLocation.EnumValue,
            DirectiveLocation.DirectiveDefinition,
        ],
        [
            new InputValueDefinition(
                "reason",
                BuiltInScalars.String.NonNull(),
                new StringValueNode(DefaultDeprecationReason)
            )
            {
                Description =
                    "Explains why this element was deprecated, usually also including a suggestion for how to access supported similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
            },
        ]
    )
    {
        Description = "Marks an element of a GraphQL schema as no longer supported.",
    };

    /// <summary><c>@specifiedBy(url:)</c>.</summary>
    public static readonly DirectiveDefinition SpecifiedBy = new(
        "specifiedBy",
        [DirectiveLocation.Scalar],
        [
            new InputValueDefinition("url", BuiltInScalars.String.NonNull())
            {
                Description = "The URL that specifies the behavior of this scalar.",
            },
        ]
    )
    {
        Description = "Exposes a URL that specifies the behavior of this scalar.",
    };

    /// <summary><c>@oneOf</c>.</summary>
    public static readonly DirectiveDefinition OneOf = new("oneOf", [DirectiveLocation.InputObject])
    {
        Description = "Indicates exactly one field must be supplied and this field must not be `null`.",
    };

    /// <summary><c>@defer(if:, label:)</c>, of schemas whose server has <see cref="GraphQLOptions.EnableDeferAndStream"/>.</summary>
    public static readonly DirectiveDefinition Defer = new(
        "defer",
        [DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
        [
            new InputValueDefinition("if", BuiltInScalars.Boolean.NonNull(), new BooleanValueNode(true))
            {
                Description = "Deferred when true or undefined.",
            },
            new InputValueDefinition("label", BuiltInScalars.String) { Description = "Unique name" },
        ]
    )
    {
        Description = "Directs the executor to defer this fragment when the `if` argument is true or undefined.",
    };

    /// <summary><c>@stream(initialCount:, if:, label:)</c>, of schemas whose server has <see cref="GraphQLOptions.EnableDeferAndStream"/>.</summary>
    public static readonly DirectiveDefinition Stream = new(
        "stream",
        [DirectiveLocation.Field],
        [
            new InputValueDefinition("initialCount", BuiltInScalars.Int.NonNull(), new IntValueNode("0"))
            {
                Description = "Number of items to return immediately",
            },
            new InputValueDefinition("if", BuiltInScalars.Boolean.NonNull(), new BooleanValueNode(true))
            {
                Description = "Stream when true or undefined.",
            },
            new InputValueDefinition("label", BuiltInScalars.String) { Description = "Unique name" },
        ]
    )
    {
        Description = "Directs the executor to stream plural fields when the `if` argument is true or undefined.",
    };

    /// <summary>Those every schema has.</summary>
    public static readonly ImmutableArray<DirectiveDefinition> All = [Include, Skip, Deprecated, SpecifiedBy, OneOf];
}
