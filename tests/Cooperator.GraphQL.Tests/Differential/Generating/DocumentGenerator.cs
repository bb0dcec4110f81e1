using System.Text;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Tests.Differential.Generating;

/// <summary>Writes random documents over a schema: mostly right, with a mistake of meaning now and then.</summary>
internal sealed class DocumentGenerator
{
    private readonly SchemaView _schema;
    private readonly Dice _dice;
    private readonly ValueWriter _values;
    private readonly DirectiveWriter _directives;
    private readonly List<(string Name, string Type)> _fragments = [];
    private int _budget;

    public DocumentGenerator(SchemaView schema, int seed)
    {
        _schema = schema;
        _dice = new Dice(seed);
        _dice.Mistakes = _dice.Pick(0, 0, 0.02, 0.1);
        _values = new ValueWriter(schema, _dice);
        _directives = new DirectiveWriter(schema, _values, _dice);
        _budget = _dice.Between(4, 60);
    }

    public string Generate()
    {
        var text = new StringBuilder();
        for (var i = _dice.Below(4); i > 0; i--)
        {
            _fragments.Add(($"F{i}", _dice.Pick(_schema.Composites)));
        }

        var operations = _dice.Chance(0.15) ? 2 : 1;
        for (var i = 0; i < operations; i++)
        {
            Operation(text, i);
        }

        foreach (var (name, type) in _fragments)
        {
            Fragment(text, name, type);
        }

        if (_dice.Chance(_dice.Mistakes / 2))
        {
            text.Append(
                _dice.Pick("type T { a: Int }", "extend schema { query: Query }", "enum E { A A }", "scalar S")
            );
        }

        return text.ToString();
    }

    private void Fragment(StringBuilder text, string name, string type)
    {
        if (_dice.Chance(0.05))
        {
            text.Append("\"a fragment\"\n");
        }

        text.Append($"fragment {_dice.Mistake(name, "F1")} on {_dice.Mistake(type, AnyTypeName())}");
        _directives.Write(text, "FRAGMENT_DEFINITION");
        SelectionSet(text, type, 0);
        text.Append('\n');
    }

    private void Operation(StringBuilder text, int index)
    {
        _values.Variables.Clear();
        var keyword = _dice.Pick("query", "query", "query", "mutation", "subscription");
        var root = _schema.RootType(keyword) ?? _schema.RootType("query")!;
        var body = new StringBuilder();
        SelectionSet(body, root, 0);
        if (keyword == "query" && _values.Variables.Count == 0 && _dice.Chance(0.3))
        {
            text.Append(body).Append('\n');
            return;
        }

        text.Append(keyword);
        if (_dice.Chance(0.8))
        {
            text.Append($" Op{(_dice.Errs() ? 0 : index)}");
        }

        Variables(text);
        _directives.Write(text, keyword.ToUpperInvariant());
        text.Append(body).Append('\n');
    }

    private void Variables(StringBuilder text)
    {
        var variables = _values.Variables.Where(_ => !_dice.Errs()).ToList();
        if (_dice.Errs())
        {
            variables.Add(new("unused", "Int"));
        }

        if (variables.Count > 0 && _dice.Errs())
        {
            variables.Add(variables[0]);
        }

        if (variables.Count == 0)
        {
            return;
        }

        text.Append('(');
        foreach (var (name, wanted) in variables)
        {
            // A stricter type, or a default, fits as well.
            var type = _dice.Chance(0.1) && !wanted.EndsWith('!') ? wanted + "!" : wanted;
            type = _dice.Mistake(type, _dice.Pick("Int", "[Int]", "Float", "String!", "Unknwn", AnyTypeName()));
            text.Append($"${name}: {type}");
            if (_dice.Chance(0.15))
            {
                text.Append(" = ");
                _values.Value(text, Parser.ParseType(new Source(type)), isConst: true, 0);
            }

            _directives.Write(text, "VARIABLE_DEFINITION");
            text.Append(_dice.Pick(", ", " ", "\n"));
        }

        text.Append(')');
    }

    private void SelectionSet(StringBuilder text, string type, int depth)
    {
        text.Append(_dice.Pick(" {", "{", "\n{ "));
        for (var i = _dice.Between(1, depth == 0 ? 4 : 3); i > 0; i--)
        {
            text.Append(_dice.Pick(" ", "\n", ", ", "\n  "));
            Selection(text, type, depth);
        }

        text.Append(_dice.Pick("}", " }", "\n}"));
    }

    private void Selection(StringBuilder text, string type, int depth)
    {
        _budget--;
        if (_fragments.Count > 0 && _dice.Chance(0.15))
        {
            Spread(text, type);
            return;
        }

        if (_dice.Chance(0.15) && depth < 6)
        {
            InlineFragment(text, type, depth);
            return;
        }

        if (depth == 0 && type == _schema.RootType("query") && _dice.Chance(0.03))
        {
            Introspection(text);
            return;
        }

        var isDeep = _budget < 0 || depth > 6;
        var fields = _schema
            .FieldsOf(type)
            .Where(field => !isDeep || !_schema.IsComposite(field.Type.NamedType.Name.Value))
            .ToArray();
        if (fields.Length == 0 || _dice.Chance(0.05))
        {
            text.Append(_dice.Chance(0.2) ? "t: __typename" : "__typename");
            return;
        }

        Field(text, _dice.Pick(fields), depth);
    }

    private void Spread(StringBuilder text, string type)
    {
        var fitting = _fragments.Where(fragment => _schema.Overlap(fragment.Type, type)).ToList();
        var (name, _) = _dice.Pick(fitting.Count > 0 && !_dice.Errs() ? fitting : _fragments);
        text.Append($"...{_dice.Mistake(name, "Missing")}");
        _directives.Write(text, "FRAGMENT_SPREAD");
    }

    private void InlineFragment(StringBuilder text, string type, int depth)
    {
        var fitting = _schema.Composites.Where(candidate => _schema.Overlap(candidate, type)).ToArray();
        var target = _dice.Mistake(fitting.Length > 0 ? _dice.Pick(fitting) : type, AnyTypeName());
        var hasCondition = !_dice.Chance(0.2);
        text.Append(hasCondition ? $"... on {target}" : "...");
        _directives.Write(text, "INLINE_FRAGMENT");
        SelectionSet(text, hasCondition && _schema.Types.ContainsKey(target) ? target : type, depth + 1);
    }

    private void Field(StringBuilder text, FieldDefinitionNode field, int depth)
    {
        if (_dice.Chance(0.12))
        {
            text.Append(_dice.Pick("a", "b", "name", "scalar") + ": ");
        }

        text.Append(_dice.Errs() ? _dice.Misspell(field.Name.Value) : field.Name.Value);
        _directives.Arguments(text, field.Arguments, isConst: false);
        _directives.Write(text, "FIELD");
        var type = field.Type.NamedType.Name.Value;
        if (_schema.IsComposite(type) != (depth < 8 && _dice.Chance(_dice.Mistakes / 2)))
        {
            SelectionSet(text, _schema.IsComposite(type) ? type : _dice.Pick(_schema.Composites), depth + 1);
        }
    }

    // Introspection may nest lists of fields only so deep.
    private void Introspection(StringBuilder text)
    {
        var depth = _dice.Between(1, 4);
        var isSchema = _dice.Chance(0.5);
        text.Append(isSchema ? "__schema { types { name " : "__type(name: \"Query\") { name ");
        for (var i = 0; i < depth; i++)
        {
            text.Append(_dice.Pick("fields { type { ", "interfaces { x: ofType { ", "inputFields { type { "));
        }

        text.Append("name ").Insert(text.Length, "} } ", depth).Append(isSchema ? "} }" : "}");
    }

    private string AnyTypeName() =>
        _dice.Chance(0.3)
            ? _dice.Misspell(_dice.Pick([.. _schema.Types.Keys]))
            : _dice.Pick([.. _schema.Types.Keys, "String", "Int", "Float", "ID"]);
}
