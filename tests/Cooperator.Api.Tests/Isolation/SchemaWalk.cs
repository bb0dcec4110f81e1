using System.Text;
using Cooperator.GraphQL.Types;
using GraphQLSchema = Cooperator.GraphQL.Types.Schema;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>An operation on one root field. <paramref name="Places"/>: the ids in it that are of the other co-op.</summary>
internal sealed record Operation(string Field, string Text, IReadOnlyList<string> Places)
{
    public override string ToString() => Text.Length > 2000 ? Text[..2000] + "…" : Text;
}

/// <summary>Writes operations that ask each root field for everything it can tell.</summary>
internal sealed class SchemaWalk(GraphQLSchema schema, Furniture ours, Furniture theirs)
{
    /// <summary>How many objects deep an answer goes.</summary>
    private const int Depth = 3;

    private static readonly string[] Nothing = [];

    /// <summary>
    /// What the operation that is being written asks for already, and how deep from there: everything leads to members, and
    /// from members to everything, so without it an operation would ask for the same a thousand times.
    /// </summary>
    private readonly Dictionary<string, int> _within = new(StringComparer.Ordinal);

    /// <summary><c>Type.field</c> of everything that has been asked for.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    public IEnumerable<Operation> Queries()
    {
        var query = schema.QueryType;
        foreach (var field in query.Fields)
        {
            if (field.Name is "node" or "nodes")
            {
                continue;
            }

            yield return Write("query", query, field, Foreign, optional: true);
            yield return Write("query", query, field, Foreign, optional: false);
        }

        foreach (var type in schema.GetPossibleTypes(schema.FindType("Node")!))
        {
            var id = theirs.Id(type.Name);
            _within.Clear();
            var selection = Selection(type, Depth);
            Asked.UnionWith(["Query.node", "Query.nodes"]);
            yield return new("node", $"{{ node(id: \"{id}\") {{ id ... on {type.Name} {selection} }} }}", [type.Name]);
            yield return new(
                "nodes",
                $"{{ nodes(ids: [\"{id}\"]) {{ id ... on {type.Name} {selection} }} }}",
                [type.Name]
            );
        }
    }

    /// <summary>Each mutation with all ids foreign, and with each of its ids foreign while the others are our own.</summary>
    public IEnumerable<Operation> Mutations()
    {
        var mutation = schema.MutationType!;
        foreach (var field in mutation.Fields)
        {
            foreach (var omitted in Choices(field))
            {
                var all = Write("mutation", mutation, field, Foreign, optional: true, omitted);
                yield return all;
                foreach (var place in all.Places.Count > 1 ? all.Places.Except(Recipes.Hints) : [])
                {
                    yield return Write(
                        "mutation",
                        mutation,
                        field,
                        (type, at) => at == place ? Foreign(type, at) : ours.Id(type),
                        optional: true,
                        omitted
                    ) with
                    {
                        Places = [place],
                    };
                }
            }
        }
    }

    public IEnumerable<Operation> Subscriptions() =>
        schema.SubscriptionType!.Fields.Select(f =>
            Write("subscription", schema.SubscriptionType, f, Foreign, optional: true)
        );

    /// <summary>One operation on the field; its ids come from <paramref name="id"/>.</summary>
    public Operation Write(
        string kind,
        ObjectType root,
        FieldDefinition field,
        Func<string, string, string> id,
        bool optional,
        IReadOnlyCollection<string>? omitted = null
    )
    {
        _within.Clear();
        var places = new List<string>();
        var given = field.Arguments.Where(a => optional || a.IsRequired || a.Name == "first");
        var arguments = Recipes.Join(
            $"{root.Name}.{field.Name}",
            given,
            (type, place) =>
            {
                places.Add(place);
                return id(type, place);
            },
            omitted ?? Nothing
        );
        Asked.Add($"{root.Name}.{field.Name}");
        var selection = Selection(field.Type.Named, kind == "query" ? Depth : Depth - 1);
        var call = arguments.Length == 0 ? field.Name : $"{field.Name}({arguments})";
        return new Operation(field.Name, $"{kind} {{ {call} {selection} }}", places);
    }

    /// <summary>Every <c>Type.field</c> that a client can reach.</summary>
    public IEnumerable<string> Reachable() =>
        from type in schema.Types.Values.OfType<ObjectType>()
        where !type.IsIntrospectionType
        from field in type.Fields
        select $"{type.Name}.{field.Name}";

    private string Foreign(string type, string place) => theirs.Id(type);

    private static IEnumerable<string[]> Choices(FieldDefinition field)
    {
        var inputs = field.Arguments.Select(a => a.Type.Named.Name).ToHashSet(StringComparer.Ordinal);
        var alternatives = Recipes.Alternatives.FirstOrDefault(a => inputs.Contains(a[0].Split('.')[0]));
        return alternatives is null ? [Nothing] : alternatives.Select(a => alternatives.Except([a]).ToArray());
    }

    private string Selection(NamedType type, int depth)
    {
        if (type.IsLeaf)
        {
            return "";
        }

        var text = new StringBuilder("{ __typename ");
        if (type is ObjectType single)
        {
            Select(single, depth, text);
        }
        else if (type is InterfaceType shared)
        {
            // What the types have of their own is asked for one type at a time: the same name may mean different things.
            text.AppendJoin(' ', shared.Fields.Where(f => f.Type.Named.IsLeaf).Select(f => f.Name)).Append(' ');
        }
        else
        {
            foreach (var possible in schema.GetPossibleTypes(type))
            {
                text.Append("... on ").Append(possible.Name).Append(" { ");
                Select(possible, depth, text);
                text.Append("} ");
            }
        }

        return text.Append('}').ToString();
    }

    private void Select(ObjectType type, int depth, StringBuilder text)
    {
        foreach (var field in type.Fields)
        {
            var named = field.Type.Named;
            // Pages are no step of the way: only what lies on them is.
            var next = IsPage(named) || IsPage(type) ? depth : depth - 1;
            var name = $"{type.Name}.{field.Name}";
            if (named.IsComposite && (next <= 0 || _within.GetValueOrDefault(name) >= next))
            {
                continue;
            }

            _within[name] = next;
            Asked.Add(name);
            var arguments = Recipes.Join(name, field.Arguments, Foreign, Nothing);
            text.Append(field.Name).Append(arguments.Length == 0 ? "" : $"({arguments})").Append(' ');
            text.Append(Selection(named, next)).Append(' ');
        }
    }

    private static bool IsPage(NamedType type) =>
        type.Name.EndsWith("Connection", StringComparison.Ordinal)
        || type.Name.EndsWith("Edge", StringComparison.Ordinal)
        || type.Name.EndsWith("Payload", StringComparison.Ordinal);
}
