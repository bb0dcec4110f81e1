using System.Collections.Immutable;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;
using Cooperator.GraphQL.Validation.Rules;
using Cooperator.GraphQL.Validation.Rules.TypeSystem;

namespace Cooperator.GraphQL.Validation;

/// <summary>The rules for documents that define a schema, as far as they can be checked before the schema is built.</summary>
internal static class TypeSystemRules
{
    private static readonly RuleSet RuleSet = new([
        LoneSchemaDefinitionRule.Definition,
        UniqueOperationTypesRule.Definition,
        UniqueTypeNamesRule.Definition,
        UniqueEnumValueNamesRule.Definition,
        UniqueFieldDefinitionNamesRule.Definition,
        UniqueArgumentDefinitionNamesRule.Definition,
        UniqueDirectiveNamesRule.Definition,
        KnownTypeNamesRule.Definition,
        KnownDirectivesRule.Definition,
        UniqueDirectivesPerLocationRule.Definition,
        PossibleTypeExtensionsRule.Definition,
        KnownArgumentNamesRule.Definition,
        UniqueArgumentNamesRule.Definition,
        UniqueInputFieldNamesRule.Definition,
        ProvidedRequiredArgumentsRule.Definition,
    ]);

    private static readonly DocumentValidator Validator = new(
        Schema.Nothing,
        new ValidationOptions { MaxErrors = int.MaxValue }
    );

    /// <summary>Finds what is wrong with the definitions of <paramref name="document"/>; nothing when a schema can be built of them.</summary>
    public static ImmutableArray<GraphQLError> Check(DocumentNode document) => Validator.Validate(document, RuleSet);
}
