using System.Collections.Immutable;

namespace Cooperator.GraphQL.Types;

/// <summary>A schema cannot be built; the message lists everything that is wrong with it, one fault a line.</summary>
public sealed class SchemaException : Exception
{
    /// <summary>Ends the building with one fault.</summary>
    public SchemaException(string message)
        : this([message]) { }

    /// <summary>Ends the building with several faults.</summary>
    public SchemaException(IReadOnlyList<string> faults)
        : this([.. faults.Select(fault => new GraphQLError(fault))]) { }

    /// <summary>Ends the building with faults that know their places in the SDL.</summary>
    public SchemaException(ImmutableArray<GraphQLError> errors)
        : base(string.Join("\n\n", errors.Select(error => error.Message))) => Errors = errors;

    /// <summary>What is wrong, one fault each.</summary>
    public IReadOnlyList<string> Faults => [.. Errors.Select(error => error.Message)];

    /// <summary>What is wrong, with the places in the SDL when the schema was read from one.</summary>
    public ImmutableArray<GraphQLError> Errors { get; }
}
