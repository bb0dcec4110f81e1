using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Execution;

/// <summary>The boolean variables an operation's <c>@include</c> and <c>@skip</c> may depend on; each is one bit.</summary>
internal sealed class ConditionVariables
{
    private const int Most = 64;
    private readonly OperationDefinitionNode _operation;
    private readonly List<string> _names = [];
    private readonly ConditionValues? _values;

    private ConditionVariables(ConditionVariables variables, ConditionValues values) =>
        (_operation, _names, _values) = (variables._operation, variables._names, values);

    public ConditionVariables(OperationDefinitionNode operation)
    {
        _operation = operation;
        foreach (var definition in operation.VariableDefinitions)
        {
            if (definition.Type.NamedType.Name.Value == "Boolean")
            {
                _names.Add(definition.Variable.Name.Value);
            }
        }
    }

    /// <summary>
    /// Whether the values are known: then nothing depends on variables any more, and <c>@defer</c> and <c>@stream</c> have a meaning.
    /// </summary>
    public bool AreKnown => _values is not null;

    /// <summary>The same variables with their values known.</summary>
    public ConditionVariables With(ConditionValues values) => new(this, values);

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

        if (inclusion.IsNever)
        {
            return null;
        }

        return _values is { } values ? (inclusion.Holds(values.True) ? Inclusion.Always : null) : inclusion;
    }

    /// <summary>The directive of that name when it stands at a selection and is switched on, as it is unless its <c>if</c> is false.</summary>
    /// <exception cref="GraphQLException">The operation is a subscription, whose events are answered whole.</exception>
    public DirectiveNode? FindSwitchedOn(SelectionNode node, string name)
    {
        if (_values is not { } values)
        {
            return null;
        }

        foreach (var directive in node.Directives)
        {
            if (directive.Name.Value == name && IsOn(directive, values))
            {
                return _operation.Operation != OperationType.Subscription
                    ? directive
                    : throw new GraphQLException(
                        GraphQLError.At(
                            $"`@{name}` directive not supported on subscription operations. Disable `@{name}` by setting the `if` argument to `false`.",
                            directive
                        )
                    );
            }
        }

        return null;
    }

    /// <summary>What the variables are in one request.</summary>
    public ConditionValues Values(IReadOnlyDictionary<string, object?> variables)
    {
        var missing = 0UL;
        for (var index = 0; index < Math.Min(_names.Count, Most); index++)
        {
            if (!variables.ContainsKey(_names[index]))
            {
                missing |= 1UL << index;
            }
        }

        return new ConditionValues(Flags(variables), missing);
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

    private bool IsOn(DirectiveNode directive, ConditionValues values) =>
        Condition(directive) switch
        {
            null => true,
            BooleanValueNode literal => literal.Value,
            VariableNode variable => ((values.True | values.Missing) & Bit(variable)) != 0,
            _ => false,
        };

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
                    $"@skip, @include, @defer and @stream may use only the first {Most} Boolean variables of an operation.",
                    variable
                )
            );
    }
}

/// <summary>The boolean variables of one request.</summary>
/// <param name="True">The bits of those that are true.</param>
/// <param name="Missing">The bits of those that were not given and have no default.</param>
internal readonly record struct ConditionValues(ulong True, ulong Missing);
