using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Introspection;

/// <summary>The fields that every schema has though no type declares them, see section 4 of the specification.</summary>
public static class MetaFields
{
    /// <summary><c>__schema</c>, on the query root only.</summary>
    public static readonly FieldDefinition Schema = new("__schema", IntrospectionTypes.Schema.NonNull())
    {
        Description = "Access the current type schema of this server.",
        Resolver = context => new ValueTask<object?>(context.Schema),
    };

    /// <summary><c>__type(name:)</c>, on the query root only.</summary>
    public static readonly FieldDefinition Type = new(
        "__type",
        IntrospectionTypes.Type,
        [new InputValueDefinition("name", BuiltInScalars.String.NonNull())]
    )
    {
        Description = "Request the type information of a single type.",
        Resolver = context => new ValueTask<object?>(context.Schema.FindType((string)context.ArgumentAt(0)!)),
    };

    /// <summary><c>__typename</c>, on every composite type.</summary>
    public static readonly FieldDefinition TypeName = new("__typename", BuiltInScalars.String.NonNull())
    {
        Description = "The name of the current Object type at runtime.",
        Resolver = context => new ValueTask<object?>(context.ParentType.Name),
    };
}
