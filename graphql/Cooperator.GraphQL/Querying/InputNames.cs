using System.Reflection;
using Cooperator.GraphQL.Building;

namespace Cooperator.GraphQL.Querying;

/// <summary>Names the inputs of <c>where</c> and <c>order</c>: after the item type, and after the field too when that name is taken by other properties.</summary>
internal static class InputNames
{
    public static string Free(TypeRegistry registry, string itemName, string suffix, MethodInfo method) =>
        registry.Find(itemName + suffix) is null
            ? itemName + suffix
            : Names.Pascal(Names.Field(method)) + itemName + suffix;
}
