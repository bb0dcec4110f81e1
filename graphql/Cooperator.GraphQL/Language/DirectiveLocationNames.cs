using System.Collections.Immutable;

namespace Cooperator.GraphQL.Language;

/// <summary>The places a directive may be used at, see section 3.13 of the specification.</summary>
internal static class DirectiveLocationNames
{
    /// <summary>The names, in the order of the specification.</summary>
    public static readonly ImmutableArray<string> All =
    [
        "QUERY",
        "MUTATION",
        "SUBSCRIPTION",
        "FIELD",
        "FRAGMENT_DEFINITION",
        "FRAGMENT_SPREAD",
        "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION",
        "FRAGMENT_VARIABLE_DEFINITION",
        "SCHEMA",
        "SCALAR",
        "OBJECT",
        "FIELD_DEFINITION",
        "ARGUMENT_DEFINITION",
        "INTERFACE",
        "UNION",
        "ENUM",
        "ENUM_VALUE",
        "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION",
        "DIRECTIVE_DEFINITION",
    ];

    /// <summary>Whether <paramref name="name"/> names a place.</summary>
    public static bool Contains(string name) => All.Contains(name);
}
