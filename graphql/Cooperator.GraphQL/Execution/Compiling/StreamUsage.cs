using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>A <c>@stream</c> on a field.</summary>
internal sealed class StreamUsage
{
    private readonly DirectiveNode _directive;

    private StreamUsage(DirectiveNode directive, Selection items)
    {
        _directive = directive;
        Items = items;
    }

    public string? Label => IncrementalDirectives.Label(_directive);

    /// <summary>The field as later items are completed: with them nothing is deferred by what encloses the list.</summary>
    public Selection Items { get; }

    /// <summary>The stream of a field; null when its value comes whole.</summary>
    /// <exception cref="GraphQLException">The operation is a subscription.</exception>
    public static StreamUsage? Of(OperationCompiler compiler, Selection field, SelectionOccurrence[] occurrences)
    {
        if (
            field.Field.Type.Nullable is not ListType
            || compiler.Conditions.FindSwitchedOn(occurrences[0].Node, "stream") is not { } directive
        )
        {
            return null;
        }

        return new StreamUsage(
            directive,
            Array.TrueForAll(occurrences, occurrence => occurrence.Defer is null)
                ? field
                : field.Undeferred(Array.ConvertAll(occurrences, occurrence => occurrence with { Defer = null }))
        );
    }

    /// <summary>How many items belong to the field's own part of the response.</summary>
    /// <exception cref="GraphQLException">The number is none, or negative.</exception>
    public int InitialCount(IReadOnlyDictionary<string, object?> variables) =>
        IncrementalDirectives.Argument(_directive, "initialCount") switch
        {
            null => 0,
            IntValueNode literal when int.TryParse(literal.Value, out var count) && count >= 0 => count,
            VariableNode variable when !variables.ContainsKey(variable.Name.Value) => 0,
            VariableNode variable when variables[variable.Name.Value] is int and >= 0 and var count => count,
            _ => throw new GraphQLException("initialCount must be a positive integer"),
        };
}
