using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Npgsql;

namespace Cooperator.Api.Tests.Platform.Startup;

/// <summary>theCooperator with a data folder and an embedded server of its own, to be started, killed and started again.</summary>
internal sealed class Installation : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cooperator-start-").FullName;
    private readonly string url = $"http://127.0.0.1:{FreePort()}";
    private string[] settings = [];
    private RealProgram? program;

    public string Folder => folder;

    public string PidFile => Path.Combine(folder, "postgres", "cluster", "postmaster.pid");

    /// <summary>Starts it with settings of its own.</summary>
    public Task StartAsync(string[] with)
    {
        settings = with;
        return StartAsync();
    }

    /// <summary>Starts it, as it was started before, and waits until it serves.</summary>
    public async Task StartAsync()
    {
        program = RealProgram.Start([
            "--urls",
            url,
            $"--Data:Folder={folder}",
            "--RateLimits:AuthPerMinute=0",
            "--RateLimits:RequestsPerMinute=0",
            .. settings,
        ]);
        await ServesAsync(program, url);
    }

    /// <summary>Starts another node on the same database and waits until it serves.</summary>
    public async Task<RealProgram> StartNodeAsync(params string[] with)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var node = RealProgram.Start([
            "--urls",
            address,
            $"--Data:Folder={Directory.CreateDirectory(Path.Combine(folder, "nodes", Guid.NewGuid().ToString())).FullName}",
            $"--Database:ConnectionString={await ConnectionAsync("App")}",
            $"--Database:OwnerConnectionString={await ConnectionAsync("Owner")}",
            $"--Database:RelayConnectionString={await ConnectionAsync("Relay")}",
            .. with,
        ]);
        await ServesAsync(node, address);
        return node;
    }

    /// <summary>Ends it as kill -9 does, at once with its database server or alone.</summary>
    public async Task KillAsync(bool serverToo)
    {
        if (serverToo)
        {
            using var server = Process.GetProcessById(int.Parse(File.ReadLines(PidFile).First()));
            server.Kill();
        }

        program!.Kill();
        await program.WaitForExitAsync();
        program.Dispose();
        program = null;
    }

    /// <summary>Speaks as somebody who is not signed in.</summary>
    public HttpClient Anybody() => new() { BaseAddress = new Uri(url) };

    /// <summary>Speaks as the first board member of the demo's first co-op.</summary>
    public async Task<HttpClient> BoardAsync()
    {
        using var accounts = JsonDocument.Parse(
            await File.ReadAllBytesAsync(Path.Combine(folder, "demo-accounts.json"))
        );
        var board = accounts.RootElement[0];
        var client = new HttpClient { BaseAddress = new Uri(url) };
        var signIn = new
        {
            email = board.GetProperty("email").GetString(),
            password = board.GetProperty("password").GetString(),
        };
        var tokens = await client.PostAsJsonAsync("/auth/token", signIn);
        var token = (await tokens.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        client.DefaultRequestHeaders.Add("Cooperator-Coop", board.GetProperty("coop").GetString());
        return client;
    }

    /// <summary>Asks the database itself, as its owner; of tenants' tables it sees those of one co-op.</summary>
    public async Task<List<(string Name, long Count)>> CountAsync(string sql, Guid? coop = null)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(await ConnectionAsync("Owner", coop)) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var counts = new List<(string, long)>();
        while (await reader.ReadAsync())
        {
            counts.Add((reader.GetString(0), reader.GetInt64(1)));
        }

        return counts;
    }

    public void Dispose()
    {
        program?.Dispose();
        // The database server ends when it finds its folder gone, and until then may write while that is emptied.
        for (var left = 500; ; left--)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (left > 0)
            {
                Thread.Sleep(10);
            }
        }
    }

    private async Task<string> ConnectionAsync(string role, Guid? coop = null)
    {
        using var secrets = JsonDocument.Parse(
            await File.ReadAllBytesAsync(Path.Combine(folder, "postgres.secrets.json"))
        );
        return new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = int.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "postgres.port"))),
            Database = "cooperator",
            Username = $"cooperator_{role.ToLowerInvariant()}",
            Password = secrets.RootElement.GetProperty(role).GetString(),
            Options = coop is null ? null : $"-c app.coop_id={coop}",
        }.ConnectionString;
    }

    private static async Task ServesAsync(RealProgram program, string url)
    {
        using var http = new HttpClient();
        await Eventually.HoldsAsync(async () =>
        {
            Assert.Equal("", program.Errors);
            try
            {
                using var answer = await http.GetAsync($"{url}/health");
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
