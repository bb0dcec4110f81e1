using System.Reflection;
using Cooperator.GraphQL.Types;
using Foreign = Microsoft.AspNetCore.Authorization;

namespace Cooperator.GraphQL.Building;

/// <summary>Which rules guard a field. A rule that would guard nothing is refused, for it would leave open what looks closed.</summary>
internal static class AuthorizeRules
{
    /// <summary>The rules of a member and of the classes it is described in.</summary>
    /// <exception cref="SchemaException">The member has a rule of another library.</exception>
    public static IReadOnlyList<AuthorizeRule> Of(MemberInfo member, params IEnumerable<Type> classes)
    {
        RefuseForeign(member);
        var own = Read(member);
        var inherited = member.IsDefined(typeof(AllowAnonymousAttribute)) ? [] : classes.SelectMany(Read);
        return [.. inherited.Concat(own).Distinct()];
    }

    /// <summary>What is wrong with a member that has a rule of ASP.NET, whose attributes are of the same names and easily imported by mistake.</summary>
    public static string? FindForeign(MemberInfo member) =>
        member
            .GetCustomAttributes()
            .FirstOrDefault(attribute => attribute is Foreign.IAuthorizeData or Foreign.IAllowAnonymous)
            ?.GetType()
            is { } foreign
            ? $"[{Names.WithoutSuffix(foreign.Name, "Attribute")}] of {foreign.Namespace} does nothing here: use [Authorize] or [AllowAnonymous] of Cooperator.GraphQL."
            : null;

    /// <exception cref="SchemaException">The member has such a rule.</exception>
    public static void RefuseForeign(MemberInfo member)
    {
        if (FindForeign(member) is { } fault)
        {
            throw new SchemaException(fault);
        }
    }

    /// <exception cref="SchemaException">The property of an interface has a rule, which no class inherits.</exception>
    public static void RefuseOnInterface(PropertyInfo property) =>
        Refuse(property, "on a property of an interface guards no object: write it on the classes that implement it.");

    /// <exception cref="SchemaException">The property of an input has a rule.</exception>
    public static void RefuseOnInput(PropertyInfo property) =>
        Refuse(property, "on an input guards nothing: write it on the field that takes the input.");

    private static void Refuse(PropertyInfo property, string reason)
    {
        RefuseForeign(property);
        if (property.IsDefined(typeof(AuthorizeAttribute)))
        {
            throw new SchemaException($"[Authorize] {reason}");
        }
    }

    private static IEnumerable<AuthorizeRule> Read(MemberInfo member) =>
        member.GetCustomAttributes<AuthorizeAttribute>().Select(attribute => new AuthorizeRule(attribute.Policy));
}
