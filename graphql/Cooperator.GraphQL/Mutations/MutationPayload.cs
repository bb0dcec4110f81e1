namespace Cooperator.GraphQL.Mutations;

/// <summary>What a mutation came to: its result, or the refusals it declared.</summary>
internal sealed record MutationPayload(object? Result, IReadOnlyList<Exception>? Errors);
