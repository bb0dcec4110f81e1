using System.Collections.Immutable;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL;

/// <summary>An error as a response reports it, see section 7.1.7 of the specification.</summary>
/// <param name="Message">What went wrong, for the developer of the client.</param>
public sealed record GraphQLError(string Message)
{
    /// <summary>The places in the document the error belongs to; empty when there is none.</summary>
    public ImmutableArray<SourceLocation> Locations { get; init; } = [];

    /// <summary>The response names (<see cref="string"/>) and list indices (<see cref="int"/>) that lead to the field that failed; null when no field did.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Further facts for programs, such as <c>code</c>.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>What was thrown, for logs; never written to a response.</summary>
    public Exception? Exception { get; init; }

    /// <summary>An error that points at the beginning of each of <paramref name="nodes"/>.</summary>
    public static GraphQLError At(string message, params ReadOnlySpan<SyntaxNode> nodes)
    {
        var locations = ImmutableArray.CreateBuilder<SourceLocation>(nodes.Length);
        foreach (var node in nodes)
        {
            if (node.Location.ToSourceLocation() is { } location)
            {
                locations.Add(location);
            }
        }

        return new GraphQLError(message) { Locations = locations.DrainToImmutable() };
    }
}
