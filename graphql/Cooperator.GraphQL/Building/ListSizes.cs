using System.Reflection;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Reads <see cref="ListSizeAttribute"/>.</summary>
internal static class ListSizes
{
    /// <summary>What is said of the size of a field's list; null when nothing is.</summary>
    /// <exception cref="SchemaException">A slicing argument is none of the field's, or no whole number: it would limit nothing.</exception>
    public static ListSize? Of(MemberInfo member, IReadOnlyList<InputValueDefinition> arguments)
    {
        if (member.GetCustomAttribute<ListSizeAttribute>() is not { } size)
        {
            return null;
        }

        foreach (var name in size.SlicingArguments)
        {
            var argument = arguments.FirstOrDefault(candidate => candidate.Name == name);
            if (argument is null)
            {
                throw new SchemaException(
                    $"[ListSize] of {member.Name}: \"{name}\" is no argument of the field. Arguments are meant by their names in the schema."
                );
            }

            if (argument.Type.Nullable != BuiltInScalars.Int && argument.Type.Nullable != BuiltInScalars.Long)
            {
                throw new SchemaException($"[ListSize] of {member.Name}: \"{name}\" is no whole number.");
            }
        }

        return new ListSize(size.AssumedSize, size.SlicingArguments, size.SizedFields);
    }
}
