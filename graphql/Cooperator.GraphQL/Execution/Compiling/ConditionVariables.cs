using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Execution;

/// <summary>The boolean variables an operation's <c>@include</c> and <c>@skip</c> may depend on; each is one bit.</summary>
internal sealed class ConditionVariables
{
    private const int Most = 64;
    private readonly List<string> _names = [];

    public ConditionVariables(OperationDefinitionNode operation)
    {
        foreach (var definition in operation.VariableDefinitions)
        {
            if (definition.Type.NamedType.Name.Value == "Boolean")
            {
                _names.Add(definition.Variable.Name.Value);
            }
        }
    }

    /// <summary>Reads the directives of a selection; null when it is never included.</summary>
    /// <exception cref="GraphQLException">The operation depends on more variables than an operation may.</exception>
    public Inclusion? Read(SelectionNode node)
    {
        var inclusion = Inclusion.Always;
        foreach (var directive in node.Directives)
        {
            var wanted = directive.Name.Value switch
            {
                "include" => true,
                "skip" => false,
                _ => (bool?)null,
            };
            if (wanted is null)
            {
                continue;
            }

            switch (Condition(directive))
            {
                case BooleanValueNode literal when literal.Value == wanted:
                    break;
                case VariableNode variable:
                    var bit = Bit(variable);
                    inclusion = inclusion.And(wanted.Value ? new Inclusion(bit, 0) : new Inclusion(0, bit));
                    break;
                default:
                    return null;
            }
        }

        return inclusion.IsNever ? null : inclusion;
    }

    /// <summary>The bits of the variables that are true.</summary>
    public ulong Flags(IReadOnlyDictionary<string, object?> variables)
    {
        var flags = 0UL;
        for (var index = 0; index < Math.Min(_names.Count, Most); index++)
        {
            if (variables.TryGetValue(_names[index], out var value) && value is true)
            {
                flags |= 1UL << index;
            }
        }

        return flags;
    }

    private static ValueNode? Condition(DirectiveNode directive)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name.Value == "if")
            {
                return argument.Value;
            }
        }

        return null;
    }

    private ulong Bit(VariableNode variable)
    {
        var index = _names.IndexOf(variable.Name.Value);
        return index is >= 0 and < Most
            ? 1UL << index
            : throw new GraphQLException(
                GraphQLError.At(
                    $"@skip and @include may use only the first {Most} Boolean variables of an operation.",
                    variable
                )
            );
    }
}
