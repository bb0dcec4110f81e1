using System.ComponentModel.DataAnnotations;

namespace Cooperator.Api.Platform.GraphQL;

/// <summary>What may be asked; section <c>GraphQL</c>.</summary>
public sealed record GraphQLSettings
{
    /// <summary>On one node; a tab of the web app has a handful. 0 lifts it.</summary>
    [Range(0, 100_000)]
    public int SubscriptionsPerPerson { get; init; } = 200;

    /// <summary>Whether only the web app's own operations are executed.</summary>
    public bool OnlyTrustedDocuments { get; init; }
}
