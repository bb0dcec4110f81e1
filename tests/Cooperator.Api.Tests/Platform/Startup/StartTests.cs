using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Cooperator.Api.Tests.Support;
using Npgsql;

namespace Cooperator.Api.Tests.Platform.Startup;

public sealed class StartTests(DatabaseServer databases) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cooperator-start-").FullName;

    [Fact]
    public async Task A_port_in_use_is_one_clear_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        using var program = RealProgram.Start("--urls", url, $"--Data:Folder={folder}");
        await program.WaitForExitAsync();

        Assert.Equal(1, program.ExitCode);
        Assert.Equal(
            $"{url} is in use by another program: stop that one, or choose another port with --urls http://127.0.0.1:5081.",
            program.Errors
        );
        Assert.False(Directory.Exists(Path.Combine(folder, "postgres")));
    }

    [Fact]
    public async Task A_wrong_setting_is_one_clear_sentence()
    {
        using var program = RealProgram.Start("--urls", "http://127.0.0.1:0", "--Limits:ShutdownSeconds=-1");
        await program.WaitForExitAsync();

        Assert.Equal(1, program.ExitCode);
        Assert.Equal(
            "The setting Limits:ShutdownSeconds is wrong: The field ShutdownSeconds must be between 0 and 300.",
            program.Errors
        );
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_one_clear_sentence()
    {
        var port = FreePort();

        var (exitCode, said) = await StartOnServerAsync($"Host=127.0.0.1;Port={port};Username=a;Password=b;Database=c");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"The database does not answer: Failed to connect to 127.0.0.1:{port}; start again when it does.",
            said
        );
    }

    [Fact]
    public async Task A_refused_sign_in_is_one_clear_sentence()
    {
        var connections = await databases.EmptyAsync();
        var wrong = new NpgsqlConnectionStringBuilder(connections.Owner) { Password = "wrong" };

        var (exitCode, said) = await StartOnServerAsync(wrong.ConnectionString);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "The database does not let theCooperator in: password authentication failed for user \"cooperator_owner\"; "
                + "look at the three connection strings of Database, or at postgres.secrets.json of an embedded one.",
            said
        );
    }

    [Fact]
    public async Task Kill_9_leaves_no_server_behind_and_loses_nothing_committed()
    {
        using var http = new HttpClient();
        var url = $"http://127.0.0.1:{FreePort()}";
        using (var first = RealProgram.Start("--urls", url, $"--Data:Folder={folder}"))
        {
            await Eventually.HoldsAsync(() => IsReadyAsync(http, url, first));
            await ExecuteAsync("CREATE TABLE kept (id int); INSERT INTO kept SELECT generate_series(1, 500)");

            first.Kill();
            await first.WaitForExitAsync();
            await Eventually.HoldsAsync(() => Task.FromResult(!File.Exists(PidFile)));
        }

        using var second = RealProgram.Start("--urls", url, $"--Data:Folder={folder}");
        await Eventually.HoldsAsync(() => IsReadyAsync(http, url, second));
        Assert.Equal(500L, await ExecuteAsync("SELECT count(*) FROM kept"));
    }

    [Fact]
    public async Task Kill_9_of_program_and_server_at_once_loses_nothing_committed()
    {
        using var http = new HttpClient();
        var url = $"http://127.0.0.1:{FreePort()}";
        using (var first = RealProgram.Start("--urls", url, $"--Data:Folder={folder}"))
        {
            await Eventually.HoldsAsync(() => IsReadyAsync(http, url, first));
            await ExecuteAsync("CREATE TABLE kept (id int); INSERT INTO kept SELECT generate_series(1, 500)");
            using var server = Process.GetProcessById(int.Parse(File.ReadLines(PidFile).First()));

            server.Kill();
            first.Kill();
            await first.WaitForExitAsync();
        }

        using var second = RealProgram.Start("--urls", url, $"--Data:Folder={folder}");
        await Eventually.HoldsAsync(() => IsReadyAsync(http, url, second));
        Assert.Equal(500L, await ExecuteAsync("SELECT count(*) FROM kept"));
    }

    private async Task<(int ExitCode, string Said)> StartOnServerAsync(string connectionString)
    {
        using var program = RealProgram.Start(
            "--urls=http://127.0.0.1:0",
            $"--Data:Folder={folder}",
            $"--Database:ConnectionString={connectionString}",
            $"--Database:OwnerConnectionString={connectionString}",
            $"--Database:RelayConnectionString={connectionString}"
        );
        await program.WaitForExitAsync();
        return (program.ExitCode, program.Errors);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string PidFile => Path.Combine(folder, "postgres", "cluster", "postmaster.pid");

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, string url, RealProgram program)
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
    }

    private async Task<object?> ExecuteAsync(string sql)
    {
        using var secrets = System.Text.Json.JsonDocument.Parse(
            await File.ReadAllBytesAsync(Path.Combine(folder, "postgres.secrets.json"))
        );
        var connectionString = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = int.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "postgres.port"))),
            Database = "cooperator",
            Username = "cooperator_owner",
            Password = secrets.RootElement.GetProperty("Owner").GetString(),
            Pooling = false,
        }.ConnectionString;
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
