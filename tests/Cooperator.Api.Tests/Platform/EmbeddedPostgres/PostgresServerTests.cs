using System.Diagnostics;
using Cooperator.Api.Platform.EmbeddedPostgres;
using Cooperator.Api.Platform.Startup;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cooperator.Api.Tests.Platform.EmbeddedPostgres;

public sealed class PostgresServerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cooperator-postgres-").FullName;

    [Fact]
    public async Task Starts_stops_and_keeps_its_rows_and_its_port()
    {
        int port;
        await using (var first = await StartAsync())
        {
            port = first.Port;
            await ExecuteAsync(first, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)");
        }

        await using var second = await StartAsync();

        Assert.Equal(port, second.Port);
        Assert.Equal(1L, await ScalarAsync(second, "SELECT count(*) FROM kept"));
        Assert.Equal("on", await ScalarAsync(second, "SHOW fsync"));
    }

    [Fact]
    public async Task Comes_back_with_all_committed_rows_after_kill_9_of_the_server()
    {
        await using var server = await StartAsync();
        await ExecuteAsync(server, "CREATE TABLE kept (id int); INSERT INTO kept SELECT generate_series(1, 1000)");
        var killed = server.ProcessId;

        Process.GetProcessById(killed).Kill();
        await Eventually.HoldsAsync(() => Task.FromResult(server.ProcessId != killed));

        Assert.Equal(1000L, await ScalarAsync(server, "SELECT count(*) FROM kept"));
    }

    [Fact]
    public async Task Starts_over_a_stale_pid_file_that_names_a_stranger()
    {
        await using (await StartAsync()) { }
        var stale = Path.Combine(folder, "postgres", "cluster", "postmaster.pid");
        await File.WriteAllTextAsync(stale, $"{Environment.ProcessId}\n{folder}\n1\n1\n\n127.0.0.1\n1 1\n");

        await using var server = await StartAsync();

        Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task Begins_anew_after_a_first_start_that_was_killed_half_way()
    {
        var half = Directory.CreateDirectory(Path.Combine(folder, "postgres", "cluster.new")).FullName;
        await File.WriteAllTextAsync(Path.Combine(half, "PG_VERSION"), "18");

        await using var server = await StartAsync();

        Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task Refuses_a_data_folder_that_another_one_uses()
    {
        await using var first = await StartAsync();

        var refusal = await Assert.ThrowsAsync<StartupRefusedException>(StartAsync);

        Assert.Equal(
            $"The data folder {folder} is in use by another running theCooperator: stop that one, or choose another "
                + "folder with --Data:Folder=/somewhere.",
            refusal.Message
        );
    }

    [Fact]
    public async Task Refuses_a_broken_data_folder_in_one_sentence_with_the_servers_own_reason()
    {
        await using (await StartAsync()) { }
        File.Delete(Path.Combine(folder, "postgres", "cluster", "global", "pg_control"));

        var refusal = await Assert.ThrowsAsync<StartupRefusedException>(StartAsync);

        Assert.StartsWith(
            $"The embedded PostgreSQL does not start from {folder}",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("pg_control", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task Root_takes_over_files_that_belong_to_another_user()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Needs root on Linux.");
        await using (await StartAsync()) { }
        using (var chown = Process.Start("chown", ["-R", "1234:1234", Path.Combine(folder, "postgres")]))
        {
            await chown.WaitForExitAsync();
        }

        await using var server = await StartAsync();

        Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task Refuses_a_bin_folder_without_a_server()
    {
        var options = new PostgresServerOptions { DataFolder = folder, BinFolder = folder };

        var refusal = await Assert.ThrowsAsync<StartupRefusedException>(() =>
            PostgresServer.StartAsync(options, NullLogger.Instance)
        );

        Assert.Equal(
            $"Database:BinFolder names {folder}, which holds no PostgreSQL server (initdb, pg_ctl, postgres).",
            refusal.Message
        );
    }

    [Fact]
    public async Task Keeps_its_passwords_to_itself_and_its_app_role_small()
    {
        await using var server = await StartAsync();

        if (!OperatingSystem.IsWindows())
        {
            var mode = File.GetUnixFileMode(Path.Combine(folder, "postgres.secrets.json"));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        }

        await using var app = new NpgsqlConnection(server.Connections.App);
        await app.OpenAsync();
        await using var create = new NpgsqlCommand("CREATE TABLE public.mine (id int)", app);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => create.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<PostgresServer> StartAsync() =>
        PostgresServer.StartAsync(
            new() { DataFolder = folder, WatchInterval = TimeSpan.FromMilliseconds(50) },
            NullLogger.Instance
        );

    private static async Task ExecuteAsync(PostgresServer server, string sql) => await ScalarAsync(server, sql);

    private static async Task<object?> ScalarAsync(PostgresServer server, string sql)
    {
        // No pool: each of these tests throws its server away.
        await using var connection = new NpgsqlConnection(server.Connections.Owner + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
