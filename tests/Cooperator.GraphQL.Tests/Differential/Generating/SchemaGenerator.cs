using System.Text;

namespace Cooperator.GraphQL.Tests.Differential.Generating;

/// <summary>Writes random valid schemas with every kind of type, interfaces of interfaces, extensions and directives of their own.</summary>
internal sealed class SchemaGenerator(int seed)
{
    private static readonly string[] FieldNames =
    [
        "id",
        "name",
        "names",
        "title",
        "size",
        "owner",
        "items",
        "item1",
        "item2",
        "item10",
        "parent",
        "child",
        "count",
        "value",
        "kind",
        "state",
        "note",
        "tags",
        "constructor",
        "on",
    ];

    private readonly Dice _dice = new(seed);
    private readonly List<Shape> _interfaces = [];
    private readonly StringBuilder _text = new();
    private string[] _leaves = [];
    private string[] _inputs = [];
    private string[] _outputs = [];

    public string Generate()
    {
        var interfaces = Names("Node", 4);
        var objects = Names("Thing", 5);
        var enums = Names("Kind", 2);
        var inputs = Names("Input", 3);
        _leaves = ["Int", "Float", "String", "Boolean", "ID", "Date", .. enums];
        if (_dice.Chance(0.3))
        {
            // Then the schema does not have these at all.
            _leaves = [.. _leaves.Except(["Float", "ID"])];
        }

        _inputs = [.. _leaves, .. inputs];
        _outputs = [.. _leaves, .. _leaves, .. interfaces, .. objects, "Any"];
        _text.Append(_dice.Pick("scalar Date\n", "scalar Date @specifiedBy(url: \"https://example.org/date\")\n"));
        Enums(enums);
        Inputs(inputs);
        Interfaces(interfaces);
        foreach (var name in objects)
        {
            Object(name, _dice.Some(_interfaces, 0, _interfaces.Count));
        }

        _text.Append($"union Any = {string.Join(" | ", objects.Where((_, i) => i < 2 || _dice.Chance(0.5)))}\n");
        Roots();
        Directives();
        return _text.ToString();
    }

    private void Enums(string[] names)
    {
        foreach (var name in names)
        {
            _text.Append($"{Description()}enum {name} {{ RED GREEN{Deprecated()} BLUE_{name.ToUpperInvariant()} }}\n");
            if (_dice.Chance(0.2))
            {
                _text.Append($"extend enum {name} {{ BLACK }}\n");
            }
        }
    }

    private void Inputs(string[] names)
    {
        foreach (var name in names)
        {
            var isOneOf = _dice.Chance(0.3);
            _text.Append($"{Description()}input {name} {(isOneOf ? "@oneOf " : "")}{{\n");
            foreach (var (index, field) in _dice.Some(FieldNames, 2, 6).Index())
            {
                // An input of inputs alone would have no finite value.
                var type =
                    isOneOf ? _dice.Pick(index == 0 ? _leaves : _inputs)
                    : _dice.Chance(0.2) ? _dice.Pick(names)
                    : _dice.Chance(0.2) ? WithDefault()
                    : Wrap(_dice.Pick(_leaves));
                _text.Append($"  {field}: {type}\n");
            }

            _text.Append("}\n");
        }
    }

    private void Interfaces(string[] names)
    {
        foreach (var name in names)
        {
            var shape = Merge(name, _dice.Some(_interfaces, 0, 2));
            Write("interface", shape);
            _interfaces.Add(shape);
        }
    }

    private void Object(string name, IEnumerable<Shape> wanted) => Write("type", Merge(name, wanted));

    private void Write(string keyword, Shape shape)
    {
        var fields = shape.Fields.Values.ToList();
        var later = fields.Count > 2 && _dice.Chance(0.15) ? fields.TakeLast(1).ToList() : [];
        var implements = shape.Interfaces.Count > 0 ? $" implements {string.Join(" & ", shape.Interfaces)}" : "";
        _text.Append(
            $"{Description()}{keyword} {shape.Name}{implements} {{\n{string.Join('\n', fields.Except(later))}\n}}\n"
        );
        if (later.Count > 0)
        {
            _text.Append($"extend {keyword} {shape.Name} {{\n{string.Join('\n', later)}\n}}\n");
        }
    }

    /// <summary>A type that implements the wanted interfaces, those left out whose fields differ from what is there already.</summary>
    private Shape Merge(string name, IEnumerable<Shape> wanted)
    {
        var shape = new Shape(name, [], []);
        foreach (var parent in wanted)
        {
            if (parent.Fields.All(field => shape.Fields.GetValueOrDefault(field.Key, field.Value) == field.Value))
            {
                foreach (var (key, field) in parent.Fields)
                {
                    shape.Fields.TryAdd(key, field);
                }

                shape.Interfaces.UnionWith([.. parent.Interfaces, parent.Name]);
            }
        }

        foreach (var field in _dice.Some(FieldNames, 2, 6))
        {
            shape.Fields.TryAdd(field, Field(field));
        }

        return shape;
    }

    private string Field(string name)
    {
        var arguments = _dice.Chance(0.4)
            ? $"({string.Join(", ", _dice.Some(FieldNames, 1, 3).Select(argument => $"{argument}: {Argument()}"))})"
            : "";
        return $"  {name}{arguments}: {Wrap(_dice.Pick(_outputs))}";
    }

    private string Argument() => _dice.Chance(0.2) ? WithDefault() : Wrap(_dice.Pick(_inputs));

    private string WithDefault() =>
        _dice.Pick("Int = 3", "Int! = 3", "[String!] = [\"a\"]", "Boolean! = true", "Date = { a: [1] }", "Int = null");

    private void Roots()
    {
        string[] names = _dice.Chance(0.2) ? ["Root", "Change", "Feed"] : ["Query", "Mutation", "Subscription"];
        var count = _dice.Chance(0.7) ? 3 : 2;
        foreach (var name in names.Take(count))
        {
            Object(name, []);
        }

        if (names[0] == "Root")
        {
            var feed = count == 3 ? " subscription: Feed" : "";
            _text.Append($"{Description()}schema {{ query: Root mutation: Change{feed} }}\n");
        }
    }

    private void Directives()
    {
        if (_dice.Chance(0.5))
        {
            _text.Append(
                """
                directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
                directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD

                """
            );
        }

        string[] locations =
        [
            "QUERY",
            "MUTATION",
            "SUBSCRIPTION",
            "FIELD",
            "FRAGMENT_DEFINITION",
            "FRAGMENT_SPREAD",
            "INLINE_FRAGMENT",
            "VARIABLE_DEFINITION",
            "OBJECT",
        ];
        for (var i = _dice.Below(4); i > 0; i--)
        {
            var arguments = string.Join(", ", _dice.Some(FieldNames, 1, 3).Select(name => $"{name}: {Argument()}"));
            _text.Append(
                $"{Description()}directive @mark{i}{(_dice.Chance(0.6) ? $"({arguments})" : "")}"
                    + $"{(_dice.Chance(0.4) ? " repeatable" : "")} on {string.Join(" | ", _dice.Some(locations, 1, 5))}\n"
            );
        }
    }

    private string Wrap(string type) =>
        _dice.Pick("{0}", "{0}", "{0}!", "[{0}]", "[{0}!]!", "[[{0}]!]").Replace("{0}", type, StringComparison.Ordinal);

    private string Description() =>
        _dice.Chance(0.2) ? _dice.Pick("\"Says what.\"\n", "\"\"\"\nIn\n  lines.\n\"\"\"\n") : "";

    private string Deprecated() =>
        _dice.Chance(0.2) ? _dice.Pick(" @deprecated", " @deprecated(reason: \"Old.\")") : "";

    private string[] Names(string stem, int most) =>
        [.. Enumerable.Range(0, _dice.Between(1, most)).Select(i => $"{stem}{(char)('A' + i)}")];

    private sealed record Shape(string Name, Dictionary<string, string> Fields, HashSet<string> Interfaces);
}
