using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Validation;

/// <summary>The rules of section 5 of the specification. Their order is the one that tells people the most important error first.</summary>
internal static class SpecifiedRules
{
    public static RuleSet RuleSet { get; } =
        new([
            ExecutableDefinitionsRule.Definition,
            KnownOperationTypesRule.Definition,
            UniqueOperationNamesRule.Definition,
            LoneAnonymousOperationRule.Definition,
            SingleFieldSubscriptionsRule.Definition,
            KnownTypeNamesRule.Definition,
            FragmentsOnCompositeTypesRule.Definition,
            VariablesAreInputTypesRule.Definition,
            ScalarLeafsRule.Definition,
            FieldsOnCorrectTypeRule.Definition,
            UniqueFragmentNamesRule.Definition,
            KnownFragmentNamesRule.Definition,
            NoUnusedFragmentsRule.Definition,
            PossibleFragmentSpreadsRule.Definition,
            NoFragmentCyclesRule.Definition,
            UniqueVariableNamesRule.Definition,
            NoUndefinedVariablesRule.Definition,
            NoUnusedVariablesRule.Definition,
            KnownDirectivesRule.Definition,
            UniqueDirectivesPerLocationRule.Definition,
            DeferStreamDirectiveOnRootFieldRule.Definition,
            DeferStreamDirectiveOnValidOperationsRule.Definition,
            DeferStreamDirectiveLabelRule.Definition,
            StreamDirectiveOnListFieldRule.Definition,
            KnownArgumentNamesRule.Definition,
            UniqueArgumentNamesRule.Definition,
            ValuesOfCorrectTypeRule.Definition,
            ProvidedRequiredArgumentsRule.Definition,
            VariablesInAllowedPositionRule.Definition,
            OverlappingFieldsCanBeMergedRule.Definition,
            UniqueInputFieldNamesRule.Definition,
            MaxIntrospectionDepthRule.Definition,
        ]);
}
