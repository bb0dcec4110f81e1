using System.Reflection;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Which rules guard a field.</summary>
internal static class AuthorizeRules
{
    /// <summary>The rules of a member and of the classes it is described in.</summary>
    public static IReadOnlyList<AuthorizeRule> Of(MemberInfo member, params IEnumerable<Type> classes)
    {
        var own = Read(member);
        var inherited = member.IsDefined(typeof(AllowAnonymousAttribute)) ? [] : classes.SelectMany(Read);
        return [.. inherited.Concat(own).Distinct()];
    }

    private static IEnumerable<AuthorizeRule> Read(MemberInfo member) =>
        member.GetCustomAttributes<AuthorizeAttribute>().Select(attribute => new AuthorizeRule(attribute.Policy));
}
