namespace Cooperator.GraphQL.Types;

/// <summary>Resolves a field without C# member: the parent's entry of that name, called when it is itself a resolver.</summary>
internal static class DefaultResolver
{
    public static readonly FieldResolver Instance = context =>
        context.Parent is IReadOnlyDictionary<string, object?> map && map.TryGetValue(context.Field.Name, out var value)
            ? value is FieldResolver resolver
                ? resolver(context)
                : new ValueTask<object?>(value)
            : default;
}
