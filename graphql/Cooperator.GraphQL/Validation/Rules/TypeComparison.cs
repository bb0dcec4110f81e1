using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Comparisons of types the rules need.</summary>
internal static class TypeComparison
{
    /// <summary>Whether every value of <paramref name="type"/> is one of <paramref name="superType"/>.</summary>
    public static bool IsTypeSubTypeOf(this Schema schema, GraphQLType type, GraphQLType superType) =>
        (type, superType) switch
        {
            _ when type == superType => true,
            (NonNullType a, NonNullType b) => schema.IsTypeSubTypeOf(a.Type, b.Type),
            (_, NonNullType) => false,
            (NonNullType a, _) => schema.IsTypeSubTypeOf(a.Type, superType),
            (ListType a, ListType b) => schema.IsTypeSubTypeOf(a.ItemType, b.ItemType),
            (NamedType a, NamedType b) => schema.IsSubType(b, a),
            _ => false,
        };

    /// <summary>Whether some object type is of both types.</summary>
    public static bool DoTypesOverlap(this Schema schema, NamedType a, NamedType b) =>
        a == b
        || (a.IsAbstract, b.IsAbstract) switch
        {
            (true, true) => schema.GetPossibleTypes(a).Any(type => schema.IsSubType(b, type)),
            (true, false) => schema.IsSubType(a, b),
            (false, true) => schema.IsSubType(b, a),
            (false, false) => false,
        };
}
