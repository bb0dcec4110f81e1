using System.Reflection;
using System.Text;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>How C# names become GraphQL names.</summary>
internal static class Names
{
    /// <summary>How faults name a member: <c>MemberQueries.GetMembersAsync</c>.</summary>
    public static string Member(MemberInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";

    /// <summary><c>GetMembersAsync</c> → <c>members</c>.</summary>
    public static string Field(MethodInfo method) => Checked(Given(method) ?? Camel(Bare(method.Name)));

    /// <summary><c>OnMemberChanged</c> → <c>memberChanged</c>.</summary>
    public static string SubscriptionField(MethodInfo method) =>
        Checked(Given(method) ?? Camel(WithoutPrefix(Bare(method.Name), "On")));

    /// <summary><c>DisplayName</c> → <c>displayName</c>.</summary>
    public static string Field(PropertyInfo property) => Checked(Given(property) ?? Camel(property.Name));

    /// <summary>The name of an argument, or of an input field by its constructor's parameter.</summary>
    public static string Argument(ParameterInfo parameter) =>
        Checked(parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Camel(parameter.Name!));

    /// <summary>The name of an object, interface, union or enum type: <c>IAnimal</c> → <c>Animal</c>, <c>Page&lt;Book&gt;</c> → <c>PageOfBook</c>.</summary>
    public static string OutputType(Type type) =>
        Checked(
            type,
            Given(type)
                ?? (
                    type.IsInterface && type.Name.Length > 1 && type.Name[0] == 'I' && char.IsUpper(type.Name[1])
                        ? WithoutArity(type)[1..]
                        : WithoutArity(type)
                ) + TypeArguments(type)
        );

    /// <summary>The name of an input object type; it ends in <c>Input</c>: <c>Range&lt;int&gt;</c> → <c>RangeOfIntInput</c>.</summary>
    public static string InputType(Type type) =>
        Checked(type, Given(type) ?? WithoutSuffix(WithoutArity(type), "Input") + TypeArguments(type) + "Input");

    /// <summary>The name without that ending, unless nothing else would be left.</summary>
    public static string WithoutSuffix(string name, string suffix) =>
        name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;

    /// <summary>The C# name without the number of type parameters.</summary>
    public static string WithoutArity(Type type) =>
        type.Name.IndexOf('`', StringComparison.Ordinal) is > 0 and var arity ? type.Name[..arity] : type.Name;

    /// <summary><c>InProgress</c> → <c>IN_PROGRESS</c>.</summary>
    public static string EnumValue(FieldInfo value)
    {
        var name = Checked(value.DeclaringType!, Given(value) ?? ScreamingSnake(value.Name));
        return name is "true" or "false" or "null"
            ? throw new SchemaException(
                $"{value.DeclaringType!.Name}.{value.Name}: Enum values cannot be named: {name}"
            )
            : name;
    }

    /// <summary><c>UnitAlreadyLetException</c> → <c>UnitAlreadyLetError</c>.</summary>
    public static string ErrorType(Type exception) =>
        Checked(exception, Given(exception) ?? ErrorStem(exception) + "Error");

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
        WithoutSuffix(WithoutSuffix(WithoutArity(exception), "Exception"), "Error") + TypeArguments(exception);

    private static string Bare(string methodName) => WithoutPrefix(WithoutSuffix(methodName, "Async"), "Get");

    private static string WithoutPrefix(string name, string prefix) =>
        name.Length > prefix.Length
        && name.StartsWith(prefix, StringComparison.Ordinal)
        && char.IsUpper(name[prefix.Length])
            ? name[prefix.Length..]
            : name;

    // What a closed generic class is closed with tells it from its sisters.
    private static string TypeArguments(Type type) =>
        type.IsGenericType ? "Of" + string.Join("And", type.GetGenericArguments().Select(TypeArgument)) : "";

    private static string TypeArgument(Type type) =>
        Nullable.GetUnderlyingType(type) is { } core ? "Nullable" + TypeArgument(core)
        : TypeShape.ItemType(type) is { } item ? TypeArgument(item) + "List"
        : TypeRegistry.FindBuiltIn(type)?.Name ?? OutputType(type);

    private static string Checked(string name) =>
        NameFaults.Of(name).FirstOrDefault() is { } fault ? throw new SchemaException(fault) : name;

    private static string Checked(Type type, string name) =>
        NameFaults.Of(name).FirstOrDefault() is { } fault ? throw new SchemaException($"{type.Name}: {fault}") : name;

    private static string? Given(MemberInfo member) => member.GetCustomAttribute<GraphQLNameAttribute>(false)?.Name;
}
