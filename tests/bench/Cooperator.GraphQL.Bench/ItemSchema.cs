using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Bench;

/// <summary>A thousand objects in memory, with five scalars and one loaded neighbour each.</summary>
internal static class ItemSchema
{
    public const string Sdl = """
        type Query { items: [Item!]! one: Item }
        type Item { id: Int! name: String! price: Float! isOpen: Boolean! note: String resolved: Int neighbour: Item }
        """;

    public static readonly Item[] Items =
    [
        .. Enumerable
            .Range(0, 1000)
            .Select(id => new Item(id, $"Item {id}", id * 1.25, id % 2 == 0, id % 3 == 0 ? null : "a note")),
    ];

    public static Schema Build()
    {
        var schema = SchemaBuilder.FromSdl(Sdl);
        schema.QueryType.Fields["items"].Resolver = _ => new(Items);
        schema.QueryType.Fields["one"].Resolver = _ => new(Items[0]);
        var fields = ((ObjectType)schema.FindType("Item")!).Fields;
        Leaf(fields["id"], item => item.Id, (item, json) => json.WriteNumber(item.Id));
        Leaf(fields["name"], item => item.Name, (item, json) => json.WriteString(item.Name));
        Leaf(fields["price"], item => item.Price, (item, json) => json.WriteNumber(item.Price));
        Leaf(fields["isOpen"], item => item.IsOpen, (item, json) => json.WriteBoolean(item.IsOpen));
        fields["note"].Pure = parent => ((Item)parent).Note;
        fields["note"].WriteLeaf = (parent, json) =>
        {
            if (((Item)parent).Note is not { } note)
            {
                return false;
            }

            json.WriteString(note);
            return true;
        };
        fields["resolved"].Resolver = context => new(context.GetParent<Item>().Name.Length);
        fields["neighbour"].Resolver = async context =>
            await context.DataLoader<ItemLoader>().LoadAsync(context.GetParent<Item>().Id % 50);
        return schema;
    }

    private static void Leaf(FieldDefinition field, Func<Item, object?> read, Action<Item, JsonBuffer> write)
    {
        field.Pure = parent => read((Item)parent);
        field.WriteLeaf = (parent, json) =>
        {
            write((Item)parent, json);
            return true;
        };
    }
}

/// <summary>One of the thousand.</summary>
public sealed record Item(int Id, string Name, double Price, bool IsOpen, string? Note);
