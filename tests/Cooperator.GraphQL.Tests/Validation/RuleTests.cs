using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;
using Cooperator.GraphQL.Validation;

namespace Cooperator.GraphQL.Tests.Validation;

/// <summary>What the tests of one rule share: documents against the pet schema, checked by that rule alone.</summary>
public abstract class RuleTests
{
    private static readonly Schema Pets = SchemaBuilder.FromSdl(PetSchema.Sdl);

    private readonly RuleSet _rules;

    private protected RuleTests(RuleDefinition rule) => _rules = new RuleSet([rule]);

    /// <summary>The rule has nothing to say.</summary>
    protected void ExpectValid(string query) => ExpectErrors(query);

    /// <summary>The rule finds exactly these errors, written as <c>message (line:column, line:column)</c>.</summary>
    protected void ExpectErrors(string query, params string[] errors)
    {
        var found = new DocumentValidator(Pets).Validate(Parser.Parse(query), _rules);

        Assert.Equal(
            errors,
            found.Select(error =>
                $"{error.Message} ({string.Join(", ", error.Locations.Select(place => $"{place.Line}:{place.Column}"))})"
            )
        );
    }
}
