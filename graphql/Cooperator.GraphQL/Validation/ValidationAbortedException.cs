namespace Cooperator.GraphQL.Validation;

/// <summary>Ends a validation early: there are too many errors, or the document would cost too much to check.</summary>
internal sealed class ValidationAbortedException(string message) : Exception(message)
{
    public static ValidationAbortedException TooManyErrors { get; } =
        new("Too many validation errors, error limit reached. Validation aborted.");

    public static ValidationAbortedException TooCostly { get; } = new("Validation aborted.");
}
