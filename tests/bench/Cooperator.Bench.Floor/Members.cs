using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Cooperator.Bench.Floor;

/// <summary>The questions of the bench about members, each one statement and one writer.</summary>
internal static class Members
{
    private const string Home = """
        LEFT JOIN LATERAL (
          SELECT u.id, u.number, b.name AS building
          FROM occupancies o
          JOIN units u ON u.coop_id = o.coop_id AND u.id = o.unit_id
          JOIN buildings b ON b.coop_id = u.coop_id AND b.id = u.building_id
          WHERE o.coop_id = m.coop_id AND o.superseded_at IS NULL AND o.is_primary
            AND o.valid_from <= current_date AND (o.valid_until IS NULL OR o.valid_until >= current_date)
            AND (o.member_id = m.id OR o.household_id IN (
              SELECT h.household_id FROM household_memberships h
              WHERE h.coop_id = m.coop_id AND h.member_id = m.id
                AND h.valid_from <= current_date AND (h.valid_until IS NULL OR h.valid_until >= current_date)))
          LIMIT 1
        ) home ON true
        """;

    private const string One = $"""
        SELECT m.display_name, m.language, home.id, home.number, home.building
        FROM members m {Home}
        WHERE m.id = $1
        """;

    private const string Page = $"""
        SELECT m.id, m.display_name, m.sort_name, p.joined_on, r.roles, home.id, home.number
        FROM members m
        JOIN LATERAL (
          SELECT joined_on FROM membership_periods p
          WHERE p.coop_id = m.coop_id AND p.member_id = m.id AND p.joined_on <= current_date AND (p.left_on IS NULL OR p.left_on >= current_date)
          LIMIT 1
        ) p ON true
        LEFT JOIN LATERAL (
          SELECT array_agg(role ORDER BY role) AS roles FROM role_assignments r
          WHERE r.coop_id = m.coop_id AND r.member_id = m.id AND r.valid_from <= current_date AND (r.valid_until IS NULL OR r.valid_until >= current_date)
        ) r ON true
        {Home}
        ORDER BY m.sort_name, m.id
        LIMIT 51
        """;

    public static async Task OneAsync(Guid id, NpgsqlDataSource database, HttpContext http)
    {
        await using var command = database.CreateCommand(One);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await using var row = await command.ExecuteReaderAsync(http.RequestAborted);
        http.Response.ContentType = "application/json";
        using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("data");
        if (await row.ReadAsync(http.RequestAborted))
        {
            json.WriteStartObject("member");
            json.WriteString("id", NodeIds.Format("Member:"u8, id));
            json.WriteString("displayName", row.GetString(0));
            json.WriteString("language", row.GetString(1).ToUpperInvariant());
            if (row.IsDBNull(2))
            {
                json.WriteNull("unit");
            }
            else
            {
                json.WriteStartObject("unit");
                json.WriteString("id", NodeIds.Format("Unit:"u8, row.GetGuid(2)));
                json.WriteString("number", row.GetString(3));
                json.WriteStartObject("building");
                json.WriteString("name", row.GetString(4));
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("member");
        }

        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
    }

    public static async Task PageAsync(NpgsqlDataSource database, HttpContext http)
    {
        await using var command = database.CreateCommand(Page);
        await using var row = await command.ExecuteReaderAsync(http.RequestAborted);
        http.Response.ContentType = "application/json";
        using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("members");
        json.WriteStartArray("nodes");
        var (rows, cursor) = (0, "");
        while (await row.ReadAsync(http.RequestAborted) && ++rows <= 50)
        {
            var id = row.GetGuid(0);
            json.WriteStartObject();
            json.WriteString("id", NodeIds.Format("Member:"u8, id));
            json.WriteString("displayName", row.GetString(1));
            json.WriteString("joinedOn", row.GetFieldValue<DateOnly>(3).ToString("O"));
            json.WriteStartArray("roles");
            foreach (var role in row.GetFieldValue<string[]>(4))
            {
                json.WriteStringValue(role.ToUpperInvariant());
            }

            json.WriteEndArray();
            if (row.IsDBNull(5))
            {
                json.WriteNull("unit");
            }
            else
            {
                json.WriteStartObject("unit");
                json.WriteString("id", NodeIds.Format("Unit:"u8, row.GetGuid(5)));
                json.WriteString("number", row.GetString(6));
                json.WriteEndObject();
            }

            json.WriteEndObject();
            cursor = row.GetString(2) + id;
        }

        json.WriteEndArray();
        json.WriteStartObject("pageInfo");
        json.WriteBoolean("hasNextPage", rows > 50);
        json.WriteString("endCursor", Base64Url.EncodeToString(Encoding.UTF8.GetBytes(cursor)));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
    }
}
