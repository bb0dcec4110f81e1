using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>The errors the executor itself finds, worded as the reference implementation does.</summary>
internal static class FieldErrors
{
    public static GraphQLException NullForNonNull(Selection field) =>
        new($"Cannot return null for non-nullable field {Coordinate(field)}.");

    public static GraphQLException NotAList(Selection field) =>
        new($"Expected Iterable, but did not find one for field \"{Coordinate(field)}\".");

    public static GraphQLException WrongType(ObjectType expected, object value) =>
        new($"Expected value of type \"{expected}\" but got: {InspectedValue.Of(value)}.");

    public static GraphQLException UnknownRuntimeType(NamedType abstractType, Selection field) =>
        new(
            $"Abstract type \"{abstractType}\" must resolve to an Object type at runtime for field \"{Coordinate(field)}\"."
        );

    public static GraphQLException ImpossibleType(NamedType abstractType, ObjectType found) =>
        new($"Runtime Object type \"{found}\" is not a possible type for \"{abstractType}\".");

    public static GraphQLException Refused(AuthorizationOutcome outcome) =>
        outcome == AuthorizationOutcome.Unauthenticated
            ? Coded("You must sign in to access this.", "UNAUTHENTICATED")
            : Coded("You are not allowed to access this.", "FORBIDDEN");

    private static string Coordinate(Selection field) => $"{field.ParentType.Name}.{field.Field.Name}";

    private static GraphQLException Coded(string message, string code) =>
        new(
            new GraphQLError(message)
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code },
            }
        );
}
