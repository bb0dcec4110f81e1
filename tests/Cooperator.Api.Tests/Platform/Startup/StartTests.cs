using System.Net;
using System.Net.Sockets;
using Cooperator.Api.Platform;
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
            $"{url} is in use by another program: stop that one, or choose another port with --urls http://localhost:5081.",
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
        var port = Installation.FreePort();

        var (exitCode, said) = await StartOnServerAsync($"Host=127.0.0.1;Port={port};Username=a;Password=b;Database=c");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"The database does not answer: Failed to connect to 127.0.0.1:{port}; start again when it does.",
            said
        );
    }

    [Fact]
    public async Task A_database_of_a_name_that_nobody_knows_is_one_clear_sentence()
    {
        var (exitCode, said) = await StartOnServerAsync("Host=db.invalid;Username=a;Password=b;Database=c");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("The database does not answer: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public async Task A_database_without_its_roles_is_one_clear_sentence()
    {
        var connections = await databases.EmptyAsync();
        var taken = new NpgsqlConnectionStringBuilder(connections.Owner) { Username = "cooperator_relay" };
        taken.Password = new NpgsqlConnectionStringBuilder(connections.Relay).Password;

        var (exitCode, said) = await StartOnServerAsync(connections with { Owner = taken.ConnectionString });

        Assert.Equal(1, exitCode);
        Assert.StartsWith("The database does not let theCooperator do what it must: ", said, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("http://localhost:0", "stands for two addresses")]
    [InlineData("http://192.0.2.1:5999", "is no address of this machine")]
    public async Task An_address_that_can_not_be_had_is_one_clear_sentence(string url, string reason)
    {
        using var program = RealProgram.Start("--urls", url, $"--Data:Folder={folder}");
        await program.WaitForExitAsync();

        Assert.Equal(1, program.ExitCode);
        Assert.StartsWith($"{url} {reason}", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', program.Errors);
    }

    [Fact]
    public async Task Each_connection_is_tried_at_the_start()
    {
        var connections = await databases.CopyAsync();
        var wrong = new NpgsqlConnectionStringBuilder(connections.Relay) { Password = "wrong" };

        var (exitCode, said) = await StartOnServerAsync(connections with { Relay = wrong.ConnectionString });

        Assert.Equal(1, exitCode);
        Assert.StartsWith(
            "The database does not let theCooperator in: password authentication failed for user \"cooperator_relay\"",
            said,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_role_that_sees_all_co_ops_is_refused()
    {
        var connections = await databases.CopyAsync();
        await databases.ExecuteAsync("CREATE ROLE sees_all LOGIN BYPASSRLS PASSWORD 'secret'");
        var all = new NpgsqlConnectionStringBuilder(connections.App) { Username = "sees_all", Password = "secret" };
        await databases.ExecuteAsync($"GRANT CONNECT ON DATABASE {all.Database} TO sees_all");

        var (exitCode, said) = await StartOnServerAsync(connections with { App = all.ConnectionString });

        Assert.Equal(1, exitCode);
        Assert.StartsWith(
            "The setting Database:ConnectionString is wrong: for sees_all row-level security does not hold",
            said,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Root_in_a_container_that_may_not_look_into_other_processes_starts_and_stops_its_server()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Needs root on Linux.");

        using var program = RealProgram.StartBy(
            ["setpriv", "--bounding-set=-sys_ptrace", "dotnet"],
            "migrate",
            $"--Data:Folder={folder}"
        );
        await program.WaitForExitAsync();

        Assert.Equal("", program.Errors);
        Assert.Equal(0, program.ExitCode);
        Assert.False(File.Exists(PidFile));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ended_while_its_server_starts_it_leaves_none_behind(bool killed)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There the next start stops it.");
        using var program = RealProgram.Start("migrate", $"--Data:Folder={folder}");
        await Eventually.HoldsAsync(() => Task.FromResult(File.Exists(PidFile)));

        if (killed)
        {
            program.Kill();
        }
        else
        {
            await program.AskToStopAsync();
        }

        await program.WaitForExitAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(!File.Exists(PidFile)));
    }

    private string PidFile => Path.Combine(folder, "postgres", "cluster", "postmaster.pid");

    private Task<(int ExitCode, string Said)> StartOnServerAsync(string connectionString) =>
        StartOnServerAsync(new DatabaseConnections(connectionString, connectionString, connectionString));

    private async Task<(int ExitCode, string Said)> StartOnServerAsync(DatabaseConnections connections)
    {
        using var program = RealProgram.Start(
            "--urls=http://127.0.0.1:0",
            $"--Data:Folder={folder}",
            $"--Database:ConnectionString={connections.App}",
            $"--Database:OwnerConnectionString={connections.Owner}",
            $"--Database:RelayConnectionString={connections.Relay}"
        );
        await program.WaitForExitAsync();
        return (program.ExitCode, program.Errors);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
