using System.Text;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Differential;

/// <summary>Writes random documents over a schema: mostly right, with a mistake of meaning now and then.</summary>
internal sealed class DocumentGenerator
{
    private readonly Random _random;
    private readonly DocumentNode _schema;
    private readonly Dictionary<string, TypeDefinitionNode> _types;
    private readonly List<(string Name, string Type)> _fragments = [];
    private readonly Dictionary<string, string> _variables = [];
    private readonly double _mistakes;
    private int _budget;

    public DocumentGenerator(DocumentNode schema, int seed)
    {
        _random = new Random(seed);
        _schema = schema;
        _types = schema.Definitions.OfType<TypeDefinitionNode>().ToDictionary(type => type.Name.Value);
        _mistakes = Pick(0, 0, 0.02, 0.1);
        _budget = _random.Next(4, 60);
    }

    public string Generate()
    {
        var fragmentCount = _random.Next(4);
        for (var i = 0; i < fragmentCount; i++)
        {
            _fragments.Add(($"F{i}", Pick(Composites())));
        }

        var text = new StringBuilder();
        var operations = Chance(0.15) ? 2 : 1;
        for (var i = 0; i < operations; i++)
        {
            Operation(text, i);
        }

        foreach (var (name, type) in _fragments)
        {
            if (Chance(0.05))
            {
                text.Append("\"a fragment\"\n");
            }

            text.Append($"fragment {Mistake(name, "F0")} on {Mistake(type, AnyTypeName())}");
            Directives(text, "onFragmentDefinition");
            SelectionSet(text, type, 0);
            text.Append('\n');
        }

        return text.ToString();
    }

    private void Operation(StringBuilder text, int index)
    {
        _variables.Clear();
        var keyword = Pick("query", "query", "query", "mutation", "subscription");
        var root = RootType(keyword) ?? RootType("query")!;
        var body = new StringBuilder();
        SelectionSet(body, root, 0);
        if (keyword == "query" && _variables.Count == 0 && Chance(0.3))
        {
            text.Append(body).Append('\n');
            return;
        }

        text.Append(keyword);
        if (Chance(0.8))
        {
            text.Append($" Op{(Chance(_mistakes) ? 0 : index)}");
        }

        var variables = _variables.Where(_ => !Chance(_mistakes)).ToList();
        if (Chance(_mistakes))
        {
            variables.Add(new("unused", "Int"));
        }

        if (variables.Count > 0)
        {
            text.Append('(');
            foreach (var (name, type) in variables)
            {
                text.Append(
                    $"${name}: {Mistake(type, Pick("Int", "[Int]", "Dog", "String!", "Unknwn", "ComplexInput"))}"
                );
                if (Chance(0.15))
                {
                    text.Append(" = ");
                    Value(text, Parser.ParseType(new Source(type)), isConst: true, 0);
                }

                Directives(text, "onVariableDefinition");
                text.Append(Pick(", ", " ", "\n"));
            }

            text.Append(')');
        }

        Directives(text, "on" + char.ToUpperInvariant(keyword[0]) + keyword[1..]);
        text.Append(body).Append('\n');
    }

    private string? RootType(string keyword)
    {
        var schema = _schema.Definitions.OfType<SchemaDefinitionNode>().SingleOrDefault();
        var name = schema is null
            ? char.ToUpperInvariant(keyword[0]) + keyword[1..]
            : schema.OperationTypes.FirstOrDefault(type => type.Operation.Keyword() == keyword)?.Type.Name.Value;
        return name is not null && _types.ContainsKey(name) ? name : null;
    }

    private void SelectionSet(StringBuilder text, string type, int depth)
    {
        text.Append(Pick(" {", "{", "\n{ "));
        var count = _random.Next(1, depth == 0 ? 5 : 4);
        for (var i = 0; i < count; i++)
        {
            text.Append(Pick(" ", "\n", ", ", "\n  "));
            Selection(text, type, depth);
        }

        text.Append(Pick("}", " }", "\n}"));
    }

    private void Selection(StringBuilder text, string type, int depth)
    {
        _budget--;
        if (_fragments.Count > 0 && Chance(0.15))
        {
            var fitting = _fragments.Where(fragment => Overlap(fragment.Type, type)).ToList();
            var (name, _) = fitting.Count > 0 && !Chance(_mistakes) ? Pick([.. fitting]) : Pick([.. _fragments]);
            text.Append($"...{Mistake(name, "Missing")}");
            Directives(text, "onFragmentSpread", "skip", "include", "weighted", "defer");
            return;
        }

        if (Chance(0.15) && depth < 6)
        {
            var fitting = Composites().Where(candidate => Overlap(candidate, type)).ToArray();
            var target = Mistake(fitting.Length > 0 ? Pick(fitting) : type, AnyTypeName());
            text.Append(Chance(0.2) ? "..." : $"... on {target}");
            var inner = text[^1] == '.' ? type : target;
            Directives(text, "onInlineFragment", "skip", "include", "tag", "defer");
            SelectionSet(text, _types.ContainsKey(inner) ? inner : type, depth + 1);
            return;
        }

        var isDeep = _budget < 0 || depth > 6;
        var fields = FieldsOf(type).Where(field => !isDeep || !IsComposite(field.Type.NamedType.Name.Value)).ToArray();
        if (fields.Length == 0 || Chance(0.05))
        {
            text.Append(Chance(0.2) ? "t: __typename" : "__typename");
            return;
        }

        Field(text, Pick(fields), depth);
    }

    private void Field(StringBuilder text, FieldDefinitionNode field, int depth)
    {
        if (Chance(0.12))
        {
            text.Append(Pick("a", "b", "name", "scalar") + ": ");
        }

        text.Append(Chance(_mistakes) ? Misspell(field.Name.Value) : field.Name.Value);
        Arguments(text, field.Arguments.AsEnumerable(), depth);
        Directives(text, "onField", "skip", "include", "weighted", "tag", "stream", "deprecated");
        var type = field.Type.NamedType.Name.Value;
        if (IsComposite(type) != (depth < 8 && Chance(_mistakes / 2)))
        {
            SelectionSet(text, IsComposite(type) ? type : Pick(Composites()), depth + 1);
        }
    }

    private void Arguments(StringBuilder text, IEnumerable<InputValueDefinitionNode> definitions, int depth)
    {
        var given = definitions
            .Where(argument =>
                argument is { Type: NonNullTypeNode, DefaultValue: null } ? !Chance(_mistakes) : Chance(0.6)
            )
            .ToList();
        if (given.Count > 0 && Chance(_mistakes))
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
            text.Append(Chance(_mistakes) ? Misspell(argument.Name.Value) : argument.Name.Value).Append(": ");
            Value(text, argument.Type, isConst: false, depth);
            text.Append(Pick(", ", " ", "\n"));
        }

        text.Append(')');
    }

    private void Directives(StringBuilder text, params string[] names)
    {
        if (Chance(0.85))
        {
            return;
        }

        var name = Chance(_mistakes)
            ? Pick("onQuery", "onField", "unknwn", "skip", "stream", "onVariableDefinition")
            : Pick(names);
        var times = Chance(_mistakes) ? 2 : 1;
        for (var i = 0; i < times; i++)
        {
            text.Append($" @{name}");
            switch (name)
            {
                case "skip" or "include" when !Chance(_mistakes):
                    text.Append("(if: ");
                    Value(
                        text,
                        Parser.ParseType(new Source("Boolean!")),
                        isConst: names[0] == "onVariableDefinition",
                        9
                    );
                    text.Append(')');
                    break;
                case "weighted" when !Chance(_mistakes):
                    text.Append($"(weight: {_random.Next(3)}{Pick("", ", unit: BLACK", ", unti: TAN")})");
                    break;
                case "defer" or "stream" when Chance(0.7):
                    text.Append('(');
                    text.Append(Pick("", "if: true ", "if: false ", "if: $v0 "));
                    text.Append(Pick("label: \"a\"", "label: \"b\"", "label: null", "label: $v1", "if: true"));
                    text.Append(')');
                    break;
                case "tag" when !Chance(_mistakes):
                    text.Append("(name: \"x\")");
                    break;
            }
        }
    }

    private void Value(StringBuilder text, TypeNode type, bool isConst, int depth)
    {
        if (!isConst && Chance(0.25))
        {
            var name = "v" + _random.Next(5);
            var wanted = type.ToString();
            if (!_variables.TryAdd(name, wanted) && _variables[name] != wanted && !Chance(_mistakes))
            {
                name = "v" + _variables.Count + wanted.Count(char.IsLetter);
                _variables.TryAdd(name, wanted);
            }

            text.Append('$').Append(name);
            return;
        }

        if (Chance(_mistakes))
        {
            text.Append(
                Pick(
                    "null",
                    "1",
                    "\"text\"",
                    "1.5",
                    "BROWN",
                    "BROWM",
                    "[1, null]",
                    "{ a: 1 }",
                    "true",
                    "99999999999",
                    "[]",
                    "{}"
                )
            );
            return;
        }

        switch (type)
        {
            case NonNullTypeNode nonNull:
                Value(text, nonNull.Type, isConst, depth);
                break;
            case ListTypeNode list when Chance(0.8):
                text.Append('[');
                for (var i = _random.Next(4); i > 0; i--)
                {
                    Value(text, list.Type, isConst, depth);
                    text.Append(Pick(",", " ", ", "));
                }

                text.Append(']');
                break;
            case ListTypeNode list:
                Value(text, list.Type, isConst, depth);
                break;
            case NamedTypeNode named:
                NamedValue(text, named.Name.Value, isConst, depth);
                break;
        }
    }

    private void NamedValue(StringBuilder text, string type, bool isConst, int depth)
    {
        switch (_types.GetValueOrDefault(type))
        {
            case EnumTypeDefinitionNode definition:
                text.Append(Pick([.. definition.Values.Select(value => value.Name.Value)]));
                break;
            case InputObjectTypeDefinitionNode definition:
                text.Append('{');
                var oneOf = definition.Directives.Any(directive => directive.Name.Value == "oneOf");
                foreach (
                    var field in oneOf && !Chance(_mistakes)
                        ? [Pick([.. definition.Fields])]
                        : definition.Fields.AsEnumerable()
                )
                {
                    var required = oneOf || field is { Type: NonNullTypeNode, DefaultValue: null };
                    if (required ? Chance(_mistakes) : !Chance(depth > 6 ? 0 : 0.3))
                    {
                        continue;
                    }

                    text.Append(Chance(_mistakes) ? Misspell(field.Name.Value) : field.Name.Value).Append(": ");
                    Value(text, field.Type, isConst, depth + 2);
                    text.Append(Pick(", ", " "));
                }

                text.Append('}');
                break;
            default:
                text.Append(
                    type switch
                    {
                        "Int" => Pick("0", "-5", "123456", "2147483647"),
                        "Float" => Pick("1.5", "-2e10", "7", "0.0E-3"),
                        "Boolean" => Pick("true", "false"),
                        "ID" => Pick("1", "\"abc\""),
                        "String" => Pick(
                            "\"\"",
                            "\"text \\u00e9 \\n\"",
                            "\"\"\"\n  block\n    string\n\"\"\"",
                            "\"ü😀\""
                        ),
                        _ => Pick("1", "\"x\"", "{ a: [1, B, \"c\"] }", "[]", "THING", "null"),
                    }
                );
                break;
        }
    }

    private FieldDefinitionNode[] FieldsOf(string type) =>
        _types.GetValueOrDefault(type) switch
        {
            ObjectTypeDefinitionNode definition => [.. definition.Fields],
            InterfaceTypeDefinitionNode definition => [.. definition.Fields],
            _ => [],
        };

    private string[] Composites() => [.. _types.Keys.Where(IsComposite)];

    private bool IsComposite(string type) =>
        _types.GetValueOrDefault(type)
            is ObjectTypeDefinitionNode
                or InterfaceTypeDefinitionNode
                or UnionTypeDefinitionNode;

    private bool Overlap(string a, string b) => Possible(a).Intersect(Possible(b)).Any();

    private IEnumerable<string> Possible(string type) =>
        _types[type] switch
        {
            UnionTypeDefinitionNode union => union.Types.Select(member => member.Name.Value),
            InterfaceTypeDefinitionNode => _types
                .Values.OfType<ObjectTypeDefinitionNode>()
                .Where(candidate => candidate.Interfaces.Any(implemented => implemented.Name.Value == type))
                .Select(candidate => candidate.Name.Value),
            _ => [type],
        };

    private string AnyTypeName() => Chance(0.3) ? "Dgo" : Pick([.. _types.Keys, "String", "Int"]);

    private string Mistake(string right, string wrong) => Chance(_mistakes) ? wrong : right;

    private string Misspell(string name)
    {
        var position = _random.Next(name.Length);
        return _random.Next(4) switch
        {
            0 => name.Remove(position, 1) is { Length: > 0 } shorter && !char.IsDigit(shorter[0])
                ? shorter
                : name + "x",
            1 => name.Insert(position, "x"),
            2 => name.ToUpperInvariant(),
            _ => "zzz" + name,
        };
    }

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private T Pick<T>(params T[] options) => options[_random.Next(options.Length)];
}
