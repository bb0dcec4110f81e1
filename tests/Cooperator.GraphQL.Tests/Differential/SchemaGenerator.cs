using System.Text;

namespace Cooperator.GraphQL.Tests.Differential;

/// <summary>Writes random valid schemas with every kind of type.</summary>
internal sealed class SchemaGenerator(int seed)
{
    private static readonly string[] FieldNames =
    [
        "id",
        "name",
        "title",
        "size",
        "owner",
        "items",
        "parent",
        "child",
        "count",
        "value",
        "kind",
        "state",
        "note",
        "tags",
    ];

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, List<string>> _interfaceFields = [];
    private string[] _inputs = [];
    private string[] _outputs = [];

    public string Generate()
    {
        var text = new StringBuilder();
        var interfaces = Names("Node", 3);
        var objects = Names("Thing", 5);
        var enums = Names("Kind", 2);
        var inputs = Names("Input", 3);
        string[] leaves = ["Int", "Float", "String", "Boolean", "ID", "Date", .. enums];
        _inputs = [.. leaves, .. inputs];
        _outputs = [.. leaves, .. leaves, .. interfaces, .. objects, "Any"];

        text.Append("scalar Date\n");
        foreach (var name in enums)
        {
            text.Append($"enum {name} {{ RED GREEN BLUE_{name.ToUpperInvariant()} }}\n");
        }

        foreach (var name in inputs)
        {
            var isOneOf = Chance(0.3);
            text.Append($"input {name} {(isOneOf ? "@oneOf " : "")}{{\n");
            foreach (var field in Fields())
            {
                // A required field of the same kind of input would have no finite value.
                var type =
                    isOneOf ? Pick(_inputs)
                    : Chance(0.2) ? Pick(inputs)
                    : Wrap(Pick(leaves));
                text.Append($"  {field}: {type}\n");
            }

            text.Append("}\n");
        }

        foreach (var name in interfaces)
        {
            List<string> fields = [.. Fields().Select(Field)];
            _interfaceFields.Add(name, fields);
            text.Append($"interface {name} {{\n{string.Join('\n', fields)}\n}}\n");
        }

        foreach (var name in objects)
        {
            Object(text, name, [.. interfaces.Where(_ => Chance(0.4))]);
        }

        text.Append($"union Any = {string.Join(" | ", objects.Where((_, i) => i < 2 || Chance(0.5)))}\n");
        Object(text, "Query", []);
        Object(text, "Mutation", []);
        if (Chance(0.7))
        {
            Object(text, "Subscription", []);
        }

        return text.ToString();
    }

    private void Object(StringBuilder text, string name, string[] interfaces)
    {
        // Of two interfaces with one field only the first is implemented, so that their types need not agree.
        var fields = new Dictionary<string, string>();
        var implemented = new List<string>();
        foreach (var type in interfaces)
        {
            var its = _interfaceFields[type].ToDictionary(NameOf);
            if (!its.Keys.Any(fields.ContainsKey))
            {
                implemented.Add(type);
                foreach (var (key, field) in its)
                {
                    fields.Add(key, field);
                }
            }
        }

        foreach (var field in Fields())
        {
            fields.TryAdd(field, Field(field));
        }

        var implements = implemented.Count > 0 ? $" implements {string.Join(" & ", implemented)}" : "";
        text.Append($"type {name}{implements} {{\n{string.Join('\n', fields.Values)}\n}}\n");
    }

    private string Field(string name)
    {
        var arguments = Chance(0.4)
            ? $"({string.Join(", ", Fields().Take(3).Select(argument => $"{argument}: {Argument()}"))})"
            : "";
        return $"  {name}{arguments}: {Wrap(Pick(_outputs))}";
    }

    private string Argument() =>
        Chance(0.2) ? Pick("Int = 3", "Int! = 3", "[String!] = [\"a\"]", "Boolean! = true") : Wrap(Pick(_inputs));

    private string Wrap(string type) =>
        Pick("{0}", "{0}", "{0}!", "[{0}]", "[{0}!]!", "[[{0}]!]").Replace("{0}", type, StringComparison.Ordinal);

    private string[] Fields() => [.. FieldNames.OrderBy(_ => _random.Next()).Take(_random.Next(2, 6))];

    private string[] Names(string stem, int most) =>
        [.. Enumerable.Range(0, _random.Next(1, most + 1)).Select(i => $"{stem}{(char)('A' + i)}")];

    private static string NameOf(string field) => field.Trim().Split('(', ':')[0];

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private T Pick<T>(params T[] options) => options[_random.Next(options.Length)];
}
