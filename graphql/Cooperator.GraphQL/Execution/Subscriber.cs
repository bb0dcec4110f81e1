using System.Security.Claims;

namespace Cooperator.GraphQL.Execution;

/// <summary>Whom a subscription runs for.</summary>
/// <param name="User">Who it is.</param>
/// <param name="Items">Facts that resolvers find in the request's items.</param>
public sealed record Subscriber(ClaimsPrincipal User, IReadOnlyDictionary<string, object?> Items);
