namespace Cooperator.GraphQL.Execution;

/// <summary>Looks at every error of an execution before the client does: masks it, adds a trace identifier, logs it.</summary>
public interface IErrorFilter
{
    /// <summary>Gives the error to report instead, or the same one. <see cref="GraphQLError.Exception"/> holds what was thrown.</summary>
    GraphQLError OnError(GraphQLError error);
}
