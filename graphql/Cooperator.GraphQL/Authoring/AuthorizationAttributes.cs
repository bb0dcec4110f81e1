namespace Cooperator.GraphQL;

/// <summary>
/// The field (or every field of the class) needs a signed-in caller, and one who meets the policy when there is one. Several rules must all
/// hold: deny wins.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
public sealed class AuthorizeAttribute : Attribute
{
    /// <summary>The name of the policy; null asks only for a signed-in caller.</summary>
    public string? Policy { get; init; }
}

/// <summary>The field ignores the rules of its class.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class AllowAnonymousAttribute : Attribute;
