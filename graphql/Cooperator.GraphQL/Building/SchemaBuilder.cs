using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;
using Cooperator.GraphQL.Validation;

namespace Cooperator.GraphQL.Building;

/// <summary>Builds schemas from SDL, for tests and tools.</summary>
public static class SchemaBuilder
{
    // Whoever writes a schema may make it as large as it must be.
    private static readonly ParserOptions TrustedText = ParserOptions.Default with { MaxTokens = int.MaxValue };

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
        var faults = new SchemaFaults();
        var schema = Read(Parser.Parse(sdl, TrustedText), faults);
        faults.ThrowIfAny();
        foreach (
            var ((typeName, fieldName), resolver) in resolvers ?? new Dictionary<(string, string), FieldResolver>()
        )
        {
            var field =
                (schema!.FindType(typeName) as IFieldsType)?.Fields.Find(fieldName)
                ?? throw new SchemaException($"There is no field \"{typeName}.{fieldName}\" to resolve.");
            field.Resolver = resolver;
        }

        return schema!;
    }

    /// <summary>Builds what can be built and reports what is wrong; null when the definitions are too broken for a schema.</summary>
    private static Schema? Read(DocumentNode document, SchemaFaults faults)
    {
        foreach (var error in TypeSystemRules.Check(document))
        {
            faults.Report(error);
        }

        if (!faults.Errors.IsEmpty)
        {
            return null;
        }

        var schema = new SdlSchema(document, faults).Build();
        SchemaChecks.Find(schema, faults);
        return schema;
    }
}
