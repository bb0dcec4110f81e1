using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Builds schemas from SDL, for tests and tools.</summary>
public static class SchemaBuilder
{
    /// <summary>Builds the schema that a type system document describes, extensions included.</summary>
    /// <param name="sdl">The document.</param>
    /// <param name="resolvers">
    /// The resolvers by type and field; other fields are read from parents that are dictionaries, by the field's name.
    /// </param>
    /// <exception cref="GraphQLException">The text is not a GraphQL document.</exception>
    /// <exception cref="SchemaException">The document does not describe a valid schema.</exception>
    public static Schema FromSdl(
        string sdl,
        IReadOnlyDictionary<(string Type, string Field), FieldResolver>? resolvers = null
    )
    {
        var schema = FromSdlUnchecked(sdl, resolvers);
        SchemaChecks.ThrowIfInvalid(schema);
        return schema;
    }

    /// <summary>As <see cref="FromSdl"/>, without the checks of the type system; only what cannot be built at all is refused.</summary>
    internal static Schema FromSdlUnchecked(
        string sdl,
        IReadOnlyDictionary<(string Type, string Field), FieldResolver>? resolvers = null
    )
    {
        var schema = new SdlSchema(Parser.Parse(sdl)).Build();
        foreach (
            var ((typeName, fieldName), resolver) in resolvers ?? new Dictionary<(string, string), FieldResolver>()
        )
        {
            var field =
                (schema.FindType(typeName) as IFieldsType)?.Fields.Find(fieldName)
                ?? throw new SchemaException($"There is no field \"{typeName}.{fieldName}\" to resolve.");
            field.Resolver = resolver;
        }

        return schema;
    }
}
