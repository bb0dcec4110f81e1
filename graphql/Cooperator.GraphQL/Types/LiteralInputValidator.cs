using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Scalars;

namespace Cooperator.GraphQL.Types;

/// <summary>
/// Finds what is wrong with a literal, in the order and words of the reference implementation, and reports one fault after another: who is told may
/// end the search by an exception.
/// </summary>
internal readonly struct LiteralInputValidator(
    IReadOnlyDictionary<string, object?>? variables,
    Action<InputFault> report
)
{
    public void Validate(GraphQLType type, ValueNode literal, InputPath? path)
    {
        if (literal is VariableNode variable)
        {
            ValidateVariable(type, variable, path);
            return;
        }

        if (literal is NullValueNode)
        {
            if (type is NonNullType)
            {
                Fault($"Expected value of non-null type \"{type}\" not to be null.", literal, path);
            }

            return;
        }

        switch (type.Nullable)
        {
            case ListType list:
                ValidateList(list, literal, path);
                break;
            case InputObjectType inputObject:
                ValidateObject(inputObject, literal, path);
                break;
            case EnumType enumType:
                ValidateEnum(enumType, literal, path);
                break;
            case ScalarType scalar:
                ValidateScalar(scalar, literal, path);
                break;
        }
    }

    private void ValidateVariable(GraphQLType type, VariableNode variable, InputPath? path)
    {
        if (variables is null || type is not NonNullType)
        {
            return;
        }

        var name = variable.Name.Value;
        if (!variables.TryGetValue(name, out var value))
        {
            Fault(
                $"Expected variable \"${name}\" provided to type \"{type}\" to provide a runtime value.",
                variable,
                path
            );
        }
        else if (value is null)
        {
            Fault(
                $"Expected variable \"${name}\" provided to non-null type \"{type}\" not to be null.",
                variable,
                path
            );
        }
    }

    private void ValidateList(ListType type, ValueNode literal, InputPath? path)
    {
        if (literal is not ListValueNode list)
        {
            Validate(type.ItemType, literal, path);
            return;
        }

        for (var index = 0; index < list.Values.Length; index++)
        {
            Validate(type.ItemType, list.Values[index], new InputPath(path, index));
        }
    }

    private void ValidateObject(InputObjectType type, ValueNode literal, InputPath? path)
    {
        if (literal is not ObjectValueNode node)
        {
            Fault(
                $"Expected value of type \"{type}\" to be an object, found: {LiteralText.Of(literal)}.",
                literal,
                path
            );
            return;
        }

        // Shown once for all that is wrong with it, since it may be large.
        string? shown = null;
        foreach (var field in type.Fields)
        {
            var given = node.Fields.LastOrDefault(candidate => candidate.Name.Value == field.Name);
            if (given is not null)
            {
                ValidateField(type, field, given, node, path);
            }
            else if (field.IsRequired)
            {
                Fault(
                    $"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {shown ??= LiteralText.Of(node)}.",
                    node,
                    path
                );
            }
        }

        ValidateNames(type, node, path, shown);
    }

    private void ValidateField(
        InputObjectType type,
        InputValueDefinition field,
        ObjectFieldNode given,
        ObjectValueNode node,
        InputPath? path
    )
    {
        if (given.Value is VariableNode variable && variables is not null)
        {
            var name = variable.Name.Value;
            var hasValue = variables.TryGetValue(name, out var value);
            if (type.IsOneOf && value is null)
            {
                Fault(
                    $"Expected variable \"${name}\" provided to field \"{field.Name}\" for OneOf Input Object type \"{type}\" "
                        + (hasValue ? "not to be null." : "to provide a runtime value."),
                    node,
                    path
                );
            }
            else if (!hasValue && !field.IsRequired)
            {
                return;
            }
        }

        Validate(field.Type, given.Value, new InputPath(path, field.Name));
    }

    private void ValidateNames(InputObjectType type, ObjectValueNode node, InputPath? path, string? shown)
    {
        var known = new List<ObjectFieldNode>();
        foreach (var field in node.Fields)
        {
            var name = field.Name.Value;
            if (type.Fields.Contains(name))
            {
                known.Add(field);
                continue;
            }

            var suggestion = Suggestions.DidYouMean(name, type.Fields.Select(definition => definition.Name));
            Fault(
                $"Expected value of type \"{type}\" not to include unknown field \"{name}\""
                    + $"{(suggestion.Length > 0 ? $".{suggestion} Found" : ", found")}: {shown ??= LiteralText.Of(node)}.",
                field,
                path
            );
        }

        if (!type.IsOneOf)
        {
            return;
        }

        if (known.Count != 1)
        {
            Fault(InputCoercion.OneOfMessage(type), node, path);
        }
        else if (known[0].Value is NullValueNode)
        {
            Fault(InputCoercion.OneOfMessage(type), node, new InputPath(path, known[0].Name.Value));
        }
    }

    private void ValidateEnum(EnumType type, ValueNode literal, InputPath? path)
    {
        var text = LiteralText.Of(VariableReplacement.In(literal, type: null, variables));
        var names = type.Values.Select(value => value.Name);
        if (literal is not EnumValueNode)
        {
            Fault(
                $"Enum \"{type}\" cannot represent non-enum value: {text}.{Suggestions.DidYouMean("the enum value", text, names)}",
                literal,
                path
            );
        }
        else if (!type.Values.Contains(text))
        {
            Fault(
                InputCoercion.UnknownEnumValue(type, text) + Suggestions.DidYouMean("the enum value", text, names),
                literal,
                path
            );
        }
    }

    private void ValidateScalar(ScalarType type, ValueNode literal, InputPath? path)
    {
        // That a number is too large for a Float is told when the document is executed, not before, as by the reference implementation.
        if (variables is null && type == BuiltInScalars.Float && literal is (IntValueNode or FloatValueNode))
        {
            return;
        }

        try
        {
            type.ParseLiteral(VariableReplacement.In(literal, type, variables));
        }
        catch (ScalarCoercionException refusal)
        {
            Fault(refusal.Message, literal, path);
        }
    }

    private void Fault(string message, ObjectFieldNode node, InputPath? path) =>
        report(new InputFault(message, InputPath.ToList(path), node));

    private void Fault(string message, ValueNode node, InputPath? path) =>
        report(new InputFault(message, InputPath.ToList(path), node));
}
