using System.Collections.Immutable;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;
using Cooperator.GraphQL.Validation.Limits;

namespace Cooperator.GraphQL.Validation;

/// <summary>
/// Validates documents against a schema: first by the rules of section 5 of the specification, then, when these are kept, by the limits of the options.
/// Safe to share between threads.
/// </summary>
public sealed class DocumentValidator
{
    private readonly Schema _schema;
    private readonly ValidationOptions _options;

    /// <summary>Validates against <paramref name="schema"/>.</summary>
    public DocumentValidator(Schema schema, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        _options = options ?? ValidationOptions.Default;
    }

    /// <summary>Finds what is wrong with <paramref name="document"/>.</summary>
    /// <returns>The errors, none when the document may be executed.</returns>
    public ImmutableArray<GraphQLError> Validate(DocumentNode document)
    {
        var errors = Validate(document, SpecifiedRules.RuleSet, provesMerging: true);
        return errors.IsEmpty ? Validate(document, SpecifiedLimits.RuleSet) : errors;
    }

    /// <summary>
    /// Finds what breaks the rules of the specification, whatever the limits say: the very errors the reference implementation reports, which gives up on
    /// a document whose fields would take too long to compare.
    /// </summary>
    /// <returns>The errors, none when the document is valid.</returns>
    public ImmutableArray<GraphQLError> ValidateRules(DocumentNode document) =>
        Validate(document, SpecifiedRules.RuleSet);

    /// <summary>Finds what breaks <paramref name="rules"/>.</summary>
    internal ImmutableArray<GraphQLError> Validate(DocumentNode document, RuleSet rules) =>
        Validate(document, rules, provesMerging: false);

    private ImmutableArray<GraphQLError> Validate(DocumentNode document, RuleSet rules, bool provesMerging)
    {
        ArgumentNullException.ThrowIfNull(document);
        var context = new ValidationContext(_schema, document, _options) { ProvesMerging = provesMerging };
        try
        {
            new ValidationWalker(context, rules).Visit(document);
        }
        catch (ValidationAbortedException aborted)
        {
            return [.. context.Errors, new GraphQLError(aborted.Message)];
        }
        catch (InsufficientExecutionStackException)
        {
            return [.. context.Errors, new GraphQLError(ValidationAbortedException.TooCostly.Message)];
        }

        return [.. context.Errors];
    }
}
