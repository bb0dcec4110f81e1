using System.Text.Json;
using Npgsql;

namespace Cooperator.Bench.Floor;

/// <summary>The questions of the bench about tasks, each one statement and one writer.</summary>
internal static class Tasks
{
    private const string Page = """
        SELECT t.id, t.title, t.board_column, t.due_on, a.ids, a.names
        FROM tasks t
        LEFT JOIN LATERAL (
          SELECT array_agg(m.id ORDER BY m.sort_name, m.id) AS ids, array_agg(m.display_name ORDER BY m.sort_name, m.id) AS names
          FROM task_assignments a
          JOIN members m ON m.coop_id = a.coop_id AND m.id = a.member_id
          WHERE a.coop_id = t.coop_id AND a.task_id = t.id
        ) a ON true
        ORDER BY t.created_at DESC, t.id DESC
        LIMIT 50
        """;

    private const string Add = """
        INSERT INTO tasks (id, coop_id, title, board_column, rank, created_by_id, created_at, completions, holders_version)
        VALUES ($1, current_setting('app.coop_id')::uuid, $2, 'TODO', 'z' || $1::text, $3, now(), 0, 0)
        RETURNING id, title
        """;

    public static async Task PageAsync(NpgsqlDataSource database, HttpContext http)
    {
        await using var command = database.CreateCommand(Page);
        await using var row = await command.ExecuteReaderAsync(http.RequestAborted);
        http.Response.ContentType = "application/json";
        using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("tasks");
        json.WriteStartArray("nodes");
        while (await row.ReadAsync(http.RequestAborted))
        {
            json.WriteStartObject();
            json.WriteString("id", NodeIds.Format("Task:"u8, row.GetGuid(0)));
            json.WriteString("title", row.GetString(1));
            json.WriteString("column", row.GetString(2));
            if (row.IsDBNull(3))
            {
                json.WriteNull("dueOn");
            }
            else
            {
                json.WriteString("dueOn", row.GetFieldValue<DateOnly>(3).ToString("O"));
            }

            json.WriteStartArray("assignees");
            if (!row.IsDBNull(4))
            {
                foreach (var (id, name) in row.GetFieldValue<Guid[]>(4).Zip(row.GetFieldValue<string[]>(5)))
                {
                    json.WriteStartObject();
                    json.WriteString("id", NodeIds.Format("Member:"u8, id));
                    json.WriteString("displayName", name);
                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
    }

    public static async Task AddAsync(NewTask task, NpgsqlDataSource database, HttpContext http)
    {
        await using var command = database.CreateCommand(Add);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = task.Title });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = task.By });
        await using var row = await command.ExecuteReaderAsync(http.RequestAborted);
        await row.ReadAsync(http.RequestAborted);
        http.Response.ContentType = "application/json";
        using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("addTask");
        json.WriteStartObject("task");
        json.WriteString("id", NodeIds.Format("Task:"u8, row.GetGuid(0)));
        json.WriteString("title", row.GetString(1));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
    }

    internal sealed record NewTask(string Title, Guid By);
}
