using System.Reflection;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Makes enum types of C# enums.</summary>
internal static class EnumTypes
{
    /// <exception cref="SchemaException">A value of the enum could not be told by one name.</exception>
    public static EnumType Of(Type type)
    {
        if (type.IsDefined(typeof(FlagsAttribute), false))
        {
            throw new SchemaException(
                $"{type.Name} is a [Flags] enum, and several flags at once have no name: use a list of an enum without [Flags]."
            );
        }

        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => !field.IsDefined(typeof(GraphQLIgnoreAttribute), false))
            .ToList();
        if (fields.GroupBy(field => field.GetValue(null)).FirstOrDefault(same => same.Skip(1).Any()) is { } names)
        {
            throw new SchemaException(
                $"{string.Join(" and ", names.Select(field => $"{type.Name}.{field.Name}"))} are one value, of which an answer could not tell the name: leave one out by [GraphQLIgnore]."
            );
        }

        return new EnumType(Names.OutputType(type))
        {
            RuntimeType = type,
            Description = Descriptions.Of(type),
            Values = new NamedList<EnumValueDefinition>(fields.Select(Value)),
        };
    }

    private static EnumValueDefinition Value(FieldInfo field) =>
        new(Names.EnumValue(field), field.GetValue(null))
        {
            Description = Descriptions.Of(field),
            DeprecationReason = field.GetCustomAttribute<GraphQLDeprecatedAttribute>(false)?.Reason,
        };
}
