using System.Collections.Immutable;

namespace Cooperator.GraphQL;

/// <summary>Ends what is being done with errors that are meant for the client: thrown by the parser, or by a resolver that knows what to say.</summary>
public class GraphQLException : Exception
{
    /// <summary>Ends with one error.</summary>
    public GraphQLException(GraphQLError error)
        : base(error.Message, error.Exception) => Errors = [error];

    /// <summary>Ends with one error that is only a message.</summary>
    public GraphQLException(string message)
        : this(new GraphQLError(message)) { }

    /// <summary>Ends with several errors.</summary>
    /// <exception cref="ArgumentException">There is no error.</exception>
    public GraphQLException(params ImmutableArray<GraphQLError> errors)
        : base(
            errors is [var first, ..]
                ? first.Message
                : throw new ArgumentException("At least one error is needed.", nameof(errors))
        ) => Errors = errors;

    /// <summary>The errors, at least one.</summary>
    public ImmutableArray<GraphQLError> Errors { get; }
}
