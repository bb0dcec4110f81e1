namespace Cooperator.Api.Platform.GraphQL;

/// <summary>What may be asked; section <c>GraphQL</c>.</summary>
public sealed record GraphQLSettings
{
    /// <summary>Whether only the web app's own operations are executed.</summary>
    public bool OnlyTrustedDocuments { get; init; }
}
