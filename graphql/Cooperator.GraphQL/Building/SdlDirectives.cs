using System.Collections.Immutable;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Reads the directives that have a meaning for the schema itself.</summary>
internal sealed class SdlDirectives(SchemaFaults faults)
{
    /// <summary>The reason of <c>@deprecated</c>; null without that directive.</summary>
    public string? DeprecationReason(ImmutableArray<DirectiveNode> directives) =>
        Text(directives, BuiltInDirectives.Deprecated);

    /// <summary>The address of <c>@specifiedBy</c>; null without that directive.</summary>
    public string? SpecifiedBy(ImmutableArray<DirectiveNode> directives) =>
        Text(directives, BuiltInDirectives.SpecifiedBy);

    // Both have one argument, a text.
    private string? Text(ImmutableArray<DirectiveNode> directives, DirectiveDefinition definition)
    {
        var directive = directives.FirstOrDefault(node => node.Name.Value == definition.Name);
        if (directive is null)
        {
            return null;
        }

        var argument = definition.Arguments[0];
        var given = directive.Arguments.LastOrDefault(node => node.Name.Value == argument.Name)?.Value;
        if (given is null)
        {
            if (argument.IsRequired)
            {
                faults.Report(
                    $"Argument \"{definition}({argument.Name}:)\" of required type \"{argument.Type}\" was not provided.",
                    directive
                );
            }

            return (string?)argument.CanonicalDefault;
        }

        var wrong = new List<InputFault>();
        InputCoercion.ValidateLiteral(argument.Type, given, variables: null, wrong);
        foreach (var fault in wrong)
        {
            faults.Report(
                $"Argument \"{definition}({argument.Name}:)\" has invalid value{fault.PathText}: {fault.Message}",
                fault.Node
            );
        }

        return (given as StringValueNode)?.Value;
    }
}
