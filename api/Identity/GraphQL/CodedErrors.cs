using Cooperator.GraphQL;

namespace Cooperator.Api.Identity;

/// <summary>Top-level errors of GraphQL answers with a stable code.</summary>
internal static class CodedErrors
{
    public static GraphQLException CoopNotFound() => Of("COOP_NOT_FOUND", "There is no such co-op.");

    public static GraphQLException CoopRequired() =>
        Of("COOP_REQUIRED", $"Name the co-op in the header {IdentityMiddleware.CoopHeader}.");

    public static GraphQLException Unauthenticated() => Of("UNAUTHENTICATED", "Sign in first.");

    public static GraphQLException Forbidden(string message) => Of("FORBIDDEN", message);

    private static GraphQLException Of(string code, string message) =>
        new(
            new GraphQLError(message)
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code },
            }
        );
}
