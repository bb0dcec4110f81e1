namespace Cooperator.GraphQL.Validation;

/// <summary>What a document may ask for. Zero or less switches a limit off.</summary>
public sealed record ValidationOptions
{
    /// <summary>The limits used when none are given.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>How many errors are reported before the validation gives up. Default 100.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>How deep fields may be nested, fragments included, introspection excluded. Default 20.</summary>
    public int MaxDepth { get; init; } = 20;

    /// <summary>How many aliases a document may use. Default 100.</summary>
    public int MaxAliases { get; init; } = 100;

    /// <summary>How many directives a document may use. Default 100.</summary>
    public int MaxDirectives { get; init; } = 100;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be asked for. Default true.</summary>
    public bool AllowIntrospection { get; init; } = true;
}
