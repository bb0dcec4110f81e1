using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>By what a co-op's data would be recognised where it does not belong, and whether it is still what it was.</summary>
internal sealed class Traces
{
    private const string TenantTables = """
        SELECT table_name FROM information_schema.columns
        WHERE column_name = 'coop_id' AND table_schema = 'public' AND is_nullable = 'NO' ORDER BY 1
        """;

    private readonly string _connection;
    private readonly Guid _coop;
    private readonly string _word;
    private readonly HashSet<Guid> _ids;

    private Traces(string connection, Guid coop, string word, HashSet<Guid> ids) =>
        (_connection, _coop, _word, _ids) = (connection, coop, word, ids);

    public static async Task<Traces> OfAsync(string connection, Furniture furniture)
    {
        var traces = new Traces(connection, furniture.Coop.Id, furniture.Word, [furniture.Coop.Id]);
        var texts = await traces.ReadAsync(table => $"SELECT id::text FROM {table}");
        traces._ids.UnionWith(texts.Where(t => Guid.TryParse(t, out _)).Select(Guid.Parse));
        return traces;
    }

    /// <summary>One number for every column of every row the co-op owns.</summary>
    public async Task<string> FingerprintAsync() =>
        string.Join(
            '\n',
            await ReadAsync(table =>
                $"SELECT '{table} ' || count(*) || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM {table} t"
            )
        );

    /// <summary>The first text of the answer that tells of the co-op; null when there is none.</summary>
    public string? FindIn(JsonElement answer) =>
        answer.ValueKind switch
        {
            JsonValueKind.Object => answer
                .EnumerateObject()
                .Select(p => FindIn(p.Value))
                .FirstOrDefault(f => f is not null),
            JsonValueKind.Array => answer.EnumerateArray().Select(FindIn).FirstOrDefault(f => f is not null),
            JsonValueKind.String => Tells(answer.GetString()!) ? answer.GetString() : null,
            _ => null,
        };

    public bool Tells(string text) =>
        Names(text) || (Base64Url.IsValid(text) && Tells(Base64Url.DecodeFromChars(text)));

    private bool Tells(byte[] bytes)
    {
        for (var i = 0; i + 16 <= bytes.Length; i++)
        {
            if (_ids.Contains(new Guid(bytes.AsSpan(i, 16), bigEndian: true)))
            {
                return true;
            }
        }

        return Names(Encoding.UTF8.GetString(bytes));
    }

    private bool Names(string text)
    {
        if (text.Contains(_word, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        for (var i = 0; i + 36 <= text.Length; i++)
        {
            if (text[i + 8] == '-' && Guid.TryParseExact(text.AsSpan(i, 36), "D", out var id) && _ids.Contains(id))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<List<string>> ReadAsync(Func<string, string> ofTable)
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        await RunAsync(connection, $"SELECT set_config('app.coop_id', '{_coop}', false)");
        var selects = (await RunAsync(connection, TenantTables)).Select(ofTable);
        var rows = await RunAsync(connection, string.Join("; ", selects));
        return [.. rows, .. await RunAsync(connection, $"SELECT c::text FROM coops c WHERE id = '{_coop}'")];
    }

    private static async Task<List<string>> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        do
        {
            while (await reader.ReadAsync())
            {
                rows.Add(reader.GetString(0));
            }
        } while (await reader.NextResultAsync());

        return rows;
    }
}
