namespace Cooperator.GraphQL.Execution;

/// <summary>
/// Decides whether the asking user may have the fields that demand a policy. It is asked once for each policy of an operation, and the answer holds for every
/// field and object of it: what hangs on one object or on arguments is decided by its resolver.
/// </summary>
public interface IFieldAuthorizer
{
    /// <summary>Decides about one policy.</summary>
    /// <param name="operation">The operation, and with it on whose behalf fields are asked for.</param>
    /// <param name="policy">The policy demanded; null demands only a signed-in user.</param>
    ValueTask<AuthorizationOutcome> AuthorizeAsync(OperationContext operation, string? policy);
}

/// <summary>What an <see cref="IFieldAuthorizer"/> decided.</summary>
public enum AuthorizationOutcome
{
    /// <summary>The field may be resolved.</summary>
    Allowed,

    /// <summary>Nobody is signed in: error code <c>UNAUTHENTICATED</c>.</summary>
    Unauthenticated,

    /// <summary>Somebody is signed in but may not: error code <c>FORBIDDEN</c>.</summary>
    Forbidden,
}
