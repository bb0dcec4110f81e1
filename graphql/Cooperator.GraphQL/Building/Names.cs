using System.Reflection;
using System.Text;

namespace Cooperator.GraphQL.Building;

/// <summary>How C# names become GraphQL names.</summary>
internal static class Names
{
    /// <summary><c>GetMembersAsync</c> → <c>members</c>.</summary>
    public static string Field(MethodInfo method) => Given(method) ?? Camel(Bare(method.Name));

    /// <summary><c>OnMemberChanged</c> → <c>memberChanged</c>.</summary>
    public static string SubscriptionField(MethodInfo method) =>
        Given(method) ?? Camel(WithoutPrefix(Bare(method.Name), "On"));

    /// <summary><c>DisplayName</c> → <c>displayName</c>.</summary>
    public static string Field(PropertyInfo property) => Given(property) ?? Camel(property.Name);

    /// <summary>The name of an argument, or of an input field by its constructor's parameter.</summary>
    public static string Argument(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Camel(parameter.Name!);

    /// <summary>The name of an object, interface, union or enum type.</summary>
    public static string OutputType(Type type) =>
        Given(type)
        ?? (
            type.IsInterface && type.Name.Length > 1 && type.Name[0] == 'I' && char.IsUpper(type.Name[1])
                ? type.Name[1..]
                : WithoutArity(type)
        );

    /// <summary>The name of an input object type; it ends in <c>Input</c>.</summary>
    public static string InputType(Type type) =>
        Given(type) ?? (type.Name.EndsWith("Input", StringComparison.Ordinal) ? type.Name : type.Name + "Input");

    /// <summary><c>InProgress</c> → <c>IN_PROGRESS</c>.</summary>
    public static string EnumValue(FieldInfo value) => Given(value) ?? ScreamingSnake(value.Name);

    /// <summary><c>UnitAlreadyLetException</c> → <c>UnitAlreadyLetError</c>.</summary>
    public static string ErrorType(Type exception) => Given(exception) ?? ErrorStem(exception) + "Error";

    /// <summary><c>UnitAlreadyLetException</c> → <c>UNIT_ALREADY_LET</c>.</summary>
    public static string ErrorCode(Type exception) => ScreamingSnake(ErrorStem(exception));

    /// <summary>The first letter large: <c>letUnit</c> → <c>LetUnit</c>.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary><c>DisplayName</c> → <c>displayName</c>, <c>URLName</c> → <c>urlName</c>.</summary>
    public static string Camel(string name)
    {
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper]))
        {
            upper++;
        }

        // Of a run of capitals the last one begins the next word.
        var lower = upper > 1 && upper < name.Length && char.IsLower(name[upper]) ? upper - 1 : upper;
        return name[..lower].ToLowerInvariant() + name[lower..];
    }

    private static string ScreamingSnake(string name)
    {
        var text = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var beginsWord =
                index > 0
                && char.IsUpper(name[index])
                && name[index - 1] != '_'
                && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
            text.Append(beginsWord ? "_" : "").Append(char.ToUpperInvariant(name[index]));
        }

        return text.ToString();
    }

    private static string ErrorStem(Type exception) =>
        WithoutSuffix(WithoutSuffix(exception.Name, "Exception"), "Error");

    private static string Bare(string methodName) => WithoutPrefix(WithoutSuffix(methodName, "Async"), "Get");

    private static string WithoutPrefix(string name, string prefix) =>
        name.Length > prefix.Length
        && name.StartsWith(prefix, StringComparison.Ordinal)
        && char.IsUpper(name[prefix.Length])
            ? name[prefix.Length..]
            : name;

    private static string WithoutSuffix(string name, string suffix) =>
        name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;

    private static string WithoutArity(Type type) =>
        type.Name.IndexOf('`', StringComparison.Ordinal) is > 0 and var arity ? type.Name[..arity] : type.Name;

    private static string? Given(MemberInfo member) => member.GetCustomAttribute<GraphQLNameAttribute>(false)?.Name;
}
