namespace Cooperator.GraphQL.Execution;

/// <summary>Decides whether the asking user may have a field. Its answers are kept for the length of the operation.</summary>
public interface IFieldAuthorizer
{
    /// <summary>Decides about one field.</summary>
    /// <param name="context">The field and on whose behalf it is asked for.</param>
    /// <param name="policy">The policy demanded; null demands only a signed-in user.</param>
    ValueTask<AuthorizationOutcome> AuthorizeAsync(ResolverContext context, string? policy);
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
