namespace Cooperator.GraphQL.Building;

/// <summary>Which classes of an assembly take part in a schema.</summary>
internal static class AuthoringClasses
{
    public static bool IsAuthored(Type type) =>
        type.IsDefined(typeof(QueryTypeAttribute), inherit: false)
        || type.IsDefined(typeof(MutationTypeAttribute), inherit: false)
        || type.IsDefined(typeof(SubscriptionTypeAttribute), inherit: false)
        || ExtendedType(type) is not null;

    /// <summary>The C# type that the class describes by <see cref="ObjectTypeAttribute{T}"/>.</summary>
    public static IObjectTypeAttribute? ExtendedType(Type type) =>
        type.GetCustomAttributes(inherit: false).OfType<IObjectTypeAttribute>().FirstOrDefault();
}
