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
}
