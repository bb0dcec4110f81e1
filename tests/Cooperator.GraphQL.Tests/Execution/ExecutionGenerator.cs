using System.Text;
using System.Text.Json.Nodes;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Makes up operations and the data they run over: nulls, errors and wrong values wherever they may and may not stand.</summary>
/// <param name="seed">Where the making up begins.</param>
/// <param name="divides">Whether fragments may be deferred and lists streamed.</param>
internal sealed class ExecutionGenerator(int seed, bool divides = false)
{
    public const string DividingSdl =
        Sdl
        + """

            directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
            directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
            """;

    public const string Sdl = """
        type Query implements Thing { id: Int name: String! thing: Thing thingNonNull: Thing! house: House houseNonNull: House! things: [Thing] houses: [House!]! grid: [[Int!]] any: [Any!] }
        interface Thing { id: Int name: String! thing: Thing thingNonNull: Thing! house: House houseNonNull: House! things: [Thing] houses: [House!]! grid: [[Int!]] any: [Any!] }
        type House implements Thing { id: Int name: String! thing: Thing thingNonNull: Thing! house: House houseNonNull: House! things: [Thing] houses: [House!]! grid: [[Int!]] any: [Any!] open: Boolean! }
        type Garden implements Thing { id: Int name: String! thing: Thing thingNonNull: Thing! house: House houseNonNull: House! things: [Thing] houses: [House!]! grid: [[Int!]] any: [Any!] trees: [String!] }
        type Sign { text: String! }
        union Any = House | Garden | Sign
        """;

    private static readonly string[] Fields =
    [
        "id",
        "name",
        "thing",
        "thingNonNull",
        "house",
        "houseNonNull",
        "things",
        "houses",
        "grid",
        "any",
    ];

    private readonly Random _random = new(seed);
    private int _labels;
    private readonly double _faults = seed % 3 * 0.04;

    public string Document()
    {
        var text = new StringBuilder("query Q($a: Boolean!, $b: Boolean!) { ... ");
        Selections(text, "Query", 0, mayUseFragment: true);

        // Everything that is declared must be used.
        text.Append("...F @skip(if: $a) used: __typename @skip(if: $b) } fragment F on Thing ");
        Selections(text, "Thing", 2, mayUseFragment: false);
        return text.ToString();
    }

    public JsonObject Variables() => new() { ["a"] = Chance(0.5), ["b"] = Chance(0.5) };

    public JsonObject Root() => Thing("Query", 0);

    private void Selections(StringBuilder text, string type, int depth, bool mayUseFragment)
    {
        text.Append("{ __typename ");
        for (var count = _random.Next(1, depth < 3 ? 6 : 3); count > 0; count--)
        {
            if (depth < 5 && Chance(0.2))
            {
                var condition = Chance(0.3) ? null : Narrower(type);
                text.Append(condition is null ? "..." : $"... on {condition}");
                Condition(text);
                Defer(text);
                Selections(text, condition ?? type, depth + 1, mayUseFragment);
            }
            else if (mayUseFragment && Chance(0.15) && type != "Sign")
            {
                text.Append("...F");
                Condition(text);
                Defer(text);
            }
            else
            {
                Field(text, type, depth, mayUseFragment);
            }
        }

        text.Append("} ");
    }

    private void Field(StringBuilder text, string type, int depth, bool mayUseFragment)
    {
        var name = type switch
        {
            "Any" => "__typename",
            "Sign" => "text",
            "House" when Chance(0.1) => "open",
            "Garden" when Chance(0.1) => "trees",
            _ => depth > 3 ? Pick("id", "name", "grid") : Pick(Fields),
        };
        text.Append(Chance(0.2) ? $"{Pick("x", "y")}_{name}: {name}" : name);
        Condition(text);
        Stream(text, name);
        var below = name switch
        {
            "thing" or "thingNonNull" or "things" => "Thing",
            "house" or "houseNonNull" or "houses" => "House",
            "any" => "Any",
            _ => null,
        };
        if (below is not null)
        {
            Selections(text, below, depth + 1, mayUseFragment);
        }
    }

    private string Narrower(string type) =>
        type switch
        {
            "Any" => Pick("House", "Garden", "Sign", "Thing"),
            "Thing" => Pick("House", "Garden", "Thing"),
            "Query" => "Thing",
            _ => type,
        };

    private void Condition(StringBuilder text)
    {
        text.Append(' ');
        if (Chance(0.15))
        {
            text.Append($"@{Pick("include", "skip")}(if: {Pick("$a", "$b", "true", "false")}) ");
        }
    }

    private void Defer(StringBuilder text)
    {
        if (divides && Chance(0.6))
        {
            text.Append(
                Pick("@defer ", "@defer ", $"@defer(if: {Pick("$a", "$b")}) ", $"@defer(label: \"{_labels++}\") ")
            );
        }
    }

    // Only one of the names, or hardly any operation could be merged.
    private void Stream(StringBuilder text, string name)
    {
        if (divides && name is "things" && text.ToString().EndsWith("x_things: things ", StringComparison.Ordinal))
        {
            text.Append("@stream(initialCount: 1) ");
        }
        else if (divides && name is "grid" && text.ToString().EndsWith("y_grid: grid ", StringComparison.Ordinal))
        {
            text.Append("@stream(if: $a) ");
        }
        else if (divides && name is "any" && text.ToString().EndsWith("x_any: any ", StringComparison.Ordinal))
        {
            text.Append("@stream ");
        }
    }

    private JsonObject Thing(string type, int depth)
    {
        var thing = new JsonObject { ["__typename"] = type };
        if (type == "Sign")
        {
            thing["text"] = Value("a sign");
            return thing;
        }

        thing["id"] = Value(_random.Next(100));
        thing["name"] = Value(Pick("Ä \"quoted\"", "plain", "tab\t"));
        thing["open"] = Value(true);
        thing["trees"] = Value(new JsonArray("oak", Item("ash"), "elm"));
        thing["grid"] = Value(
            new JsonArray(new JsonArray(1, Item(2)), Item(new JsonArray()), new JsonArray(Item("three")))
        );
        if (depth < 4)
        {
            thing["thing"] = Value(Thing(AnyThing(), depth + 1));
            thing["thingNonNull"] = Value(Thing(AnyThing(), depth + 1));
            thing["house"] = Value(Thing("House", depth + 1));
            thing["houseNonNull"] = Value(Thing("House", depth + 1));
            thing["things"] = Value(List(() => Thing(AnyThing(), depth + 2)));
            thing["houses"] = Value(List(() => Thing("House", depth + 2)));
            thing["any"] = Value(List(() => Thing(Pick("House", "Garden", "Sign"), depth + 2)));
        }

        return thing;
    }

    private JsonArray List(Func<JsonNode> item) =>
        new([.. Enumerable.Range(0, _random.Next(3)).Select(_ => Item(item()))]);

    private JsonNode? Value(JsonNode value) =>
        Chance(_faults) ? new JsonObject { ["$error"] = Pick("broken", "out of order") } : Item(value);

    private JsonNode? Item(JsonNode value) => Chance(_faults) ? null : value;

    private string AnyThing() => Pick("House", "Garden");

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
