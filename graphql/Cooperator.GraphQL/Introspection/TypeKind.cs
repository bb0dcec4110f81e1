namespace Cooperator.GraphQL.Introspection;

/// <summary>The kinds of types, see section 4.2.2 of the specification.</summary>
internal enum TypeKind
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
    List,
    NonNull,
}
