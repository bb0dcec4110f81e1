using System.Text;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Differential.Generating;

/// <summary>Writes values of input types, and variables in their place.</summary>
internal sealed class ValueWriter(SchemaView schema, Dice dice)
{
    private static readonly string[] Wrong =
    [
        "null",
        "1",
        "-0",
        "2147483648",
        "1e400",
        "99999999999999999999",
        "0.1",
        "\"text\"",
        "\"RED\"",
        "\"\"\"a\n  b\"\"\"",
        "BROWN",
        "BROWM",
        "GREN",
        "true",
        "[1, null]",
        "[[\"x\"]]",
        "{ a: 1 }",
        "{ a: 1, a: 2 }",
        "{ id: 1, name: \"x\", Name: [B] }",
        "[]",
        "{}",
        "$undefined",
    ];

    /// <summary>The variables used so far, with the type each was first used for.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public void Value(StringBuilder text, TypeNode type, bool isConst, int depth)
    {
        if (!isConst && dice.Chance(0.2))
        {
            text.Append('$').Append(Variable(type.ToString()));
            return;
        }

        if (dice.Errs())
        {
            text.Append(dice.Pick(Wrong));
            return;
        }

        switch (type)
        {
            case NonNullTypeNode nonNull:
                Value(text, nonNull.Type, isConst, depth);
                break;
            case not NonNullTypeNode when dice.Chance(0.06):
                text.Append("null");
                break;
            case ListTypeNode list when dice.Chance(0.8):
                List(text, list, isConst, depth);
                break;
            case ListTypeNode list:
                Value(text, list.Type, isConst, depth);
                break;
            case NamedTypeNode named:
                NamedValue(text, named.Name.Value, isConst, depth);
                break;
        }
    }

    private string Variable(string wanted)
    {
        var name = "v" + dice.Below(6);
        if (!Variables.TryAdd(name, wanted) && Variables[name] != wanted && !dice.Errs())
        {
            name = "v" + Variables.Count + wanted.Count(char.IsLetter);
            Variables.TryAdd(name, wanted);
        }

        return name;
    }

    private void List(StringBuilder text, ListTypeNode list, bool isConst, int depth)
    {
        text.Append('[');
        for (var i = dice.Below(4); i > 0; i--)
        {
            Value(text, list.Type, isConst, depth + 1);
            text.Append(dice.Pick(",", " ", ", "));
        }

        text.Append(']');
    }

    private void NamedValue(StringBuilder text, string type, bool isConst, int depth)
    {
        switch (schema.Types.GetValueOrDefault(type))
        {
            case EnumTypeDefinitionNode definition:
                var value = dice.Pick([.. definition.Values.Select(value => value.Name.Value)]);
                text.Append(dice.Errs() ? dice.Misspell(value) : value);
                break;
            case InputObjectTypeDefinitionNode definition:
                Object(text, definition, isConst, depth);
                break;
            default:
                text.Append(Scalar(type));
                break;
        }
    }

    private void Object(StringBuilder text, InputObjectTypeDefinitionNode type, bool isConst, int depth)
    {
        var isOneOf = type.Directives.Any(directive => directive.Name.Value == "oneOf");
        var fields = isOneOf && !dice.Errs() ? [dice.Pick([.. type.Fields])] : type.Fields.AsEnumerable();
        text.Append('{');
        foreach (var field in fields)
        {
            var required = isOneOf || field is { Type: NonNullTypeNode, DefaultValue: null };
            if (required ? dice.Errs() : !dice.Chance(depth > 6 ? 0 : 0.3))
            {
                continue;
            }

            text.Append(dice.Errs() ? dice.Misspell(field.Name.Value) : field.Name.Value).Append(": ");
            Value(text, field.Type, isConst, depth + 2);
            text.Append(dice.Pick(", ", " "));
        }

        text.Append('}');
    }

    private string Scalar(string type) =>
        type switch
        {
            "Int" => dice.Pick("0", "-5", "123456", "2147483647", "-2147483648"),
            "Float" => dice.Pick("1.5", "-2e10", "7", "0.0E-3"),
            "Boolean" => dice.Pick("true", "false"),
            "ID" => dice.Pick("1", "\"abc\"", "123456789012345678901"),
            "String" => dice.Pick(
                "\"\"",
                "\"text \\u00e9 \\n\"",
                "\"\"\"\n  block\n    string\n\"\"\"",
                "\"ü😀\"",
                "\"\\u{1F600}\""
            ),
            _ => dice.Pick(
                "1",
                "\"x\"",
                "{ a: [1, B, \"c\"] }",
                "[]",
                "THING",
                "null",
                "1e400",
                "99999999999999999999"
            ),
        };
}
