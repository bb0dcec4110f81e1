using System.Reflection;
using Cooperator.GraphQL.Building;

namespace Cooperator.GraphQL.Mutations;

/// <summary>The refusals a mutation declares by <see cref="ErrorAttribute{TException}"/>.</summary>
internal sealed class DeclaredErrors(IReadOnlyList<Type> types)
{
    /// <summary>The exception classes: those of the method, then those of its class.</summary>
    public IReadOnlyList<Type> Types => types;

    public static DeclaredErrors Of(MethodInfo method) =>
        new([
            .. new MemberInfo[] { method, method.DeclaringType! }
                .SelectMany(member => member.GetCustomAttributes(inherit: false).OfType<IErrorAttribute>())
                .Select(attribute => attribute.ExceptionType)
                .Distinct(),
        ]);

    /// <summary>The refusals inside an exception, all of them declared; null when anything else is among them.</summary>
    public IReadOnlyList<Exception>? Find(Exception exception)
    {
        IReadOnlyList<Exception> found = exception is AggregateException several
            ? several.Flatten().InnerExceptions
            : [exception];
        return found.All(refusal => types.Any(type => type.IsInstanceOfType(refusal))) ? found : null;
    }
}
