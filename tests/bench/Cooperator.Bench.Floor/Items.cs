using System.Text.Json;

namespace Cooperator.Bench.Floor;

/// <summary>A thousand objects in memory, written by hand.</summary>
internal static class Items
{
    private static readonly Item[] All =
    [
        .. Enumerable
            .Range(0, 1000)
            .Select(id => new Item(id, $"Item {id}", id * 1.25, id % 2 == 0, id % 3 == 0 ? null : "a note")),
    ];

    public static async Task AllAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartArray("items");
        foreach (var item in All)
        {
            json.WriteStartObject();
            json.WriteNumber("id", item.Id);
            json.WriteString("name", item.Name);
            json.WriteNumber("price", item.Price);
            json.WriteBoolean("isOpen", item.IsOpen);
            json.WriteString("note", item.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private sealed record Item(int Id, string Name, double Price, bool IsOpen, string? Note);
}
