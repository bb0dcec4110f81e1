using System.Text;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Differential.Generating;

/// <summary>Writes the directives of a place in a document.</summary>
internal sealed class DirectiveWriter(SchemaView schema, ValueWriter values, Dice dice)
{
    public void Write(StringBuilder text, string location)
    {
        if (dice.Chance(0.85))
        {
            return;
        }

        var fitting = schema
            .Directives.Where(directive => directive.Locations.Any(allowed => allowed.Value == location))
            .ToList();
        var directive = fitting.Count > 0 && !dice.Errs() ? dice.Pick(fitting) : dice.Pick(schema.Directives);
        if (fitting.Count == 0 && !dice.Errs())
        {
            return;
        }

        for (var times = dice.Errs() || dice.Chance(0.05) ? 2 : 1; times > 0; times--)
        {
            text.Append(" @").Append(dice.Errs() ? dice.Misspell(directive.Name.Value) : directive.Name.Value);
            Arguments(text, directive.Arguments, isConst: location == "VARIABLE_DEFINITION");
        }
    }

    public void Arguments(StringBuilder text, IEnumerable<InputValueDefinitionNode> definitions, bool isConst)
    {
        var given = definitions
            .Where(argument =>
                argument is { Type: NonNullTypeNode, DefaultValue: null } ? !dice.Errs() : dice.Chance(0.6)
            )
            .ToList();
        if (given.Count > 0 && dice.Errs())
        {
            given.Add(given[0]);
        }

        if (given.Count == 0)
        {
            return;
        }

        text.Append('(');
        foreach (var argument in given)
        {
            text.Append(dice.Errs() ? dice.Misspell(argument.Name.Value) : argument.Name.Value).Append(": ");
            values.Value(text, argument.Type, isConst, 0);
            text.Append(dice.Pick(", ", " ", "\n"));
        }

        text.Append(')');
    }
}
