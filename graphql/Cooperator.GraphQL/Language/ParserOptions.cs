namespace Cooperator.GraphQL.Language;

/// <summary>Limits that keep the cost of reading a document small, whatever is sent.</summary>
public sealed record ParserOptions
{
    /// <summary>The limits used when none are given.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>The greatest number of tokens in a document, comments not counted. Default 15,000.</summary>
    public int MaxTokens { get; init; } = 15_000;

    /// <summary>How deep selection sets, values and list types may be nested. Default 256.</summary>
    public int MaxNesting { get; init; } = 256;
}
