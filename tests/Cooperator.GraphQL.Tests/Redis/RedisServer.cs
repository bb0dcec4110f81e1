using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Cooperator.GraphQL.Redis;

namespace Cooperator.GraphQL.Tests.Redis;

/// <summary>A real redis-server with a folder and a port of its own, which can be killed and started again on its data.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cooperator-redis-");
    private readonly string[] _settings;
    private Process? _process;

    private RedisServer(string[] settings)
    {
        _settings = settings;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public RedisOptions Options => new() { Port = Port, Timeout = TimeSpan.FromSeconds(20) };

    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var server = new RedisServer(settings);
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        string[] arguments =
        [
            .. _settings.Contains("--tls-port") ? [] : new[] { "--port", $"{Port}" },
            "--bind",
            "127.0.0.1",
            "--dir",
            _folder.FullName,
            "--save",
            "",
            // What the server has acknowledged is on the disk.
            "--appendonly",
            "yes",
            "--appendfsync",
            "always",
            "--daemonize",
            "no",
            .. _settings.Select(setting => setting.Replace("{port}", $"{Port}", StringComparison.Ordinal)),
        ];
        try
        {
            _process = Process.Start(
                new ProcessStartInfo("redis-server", arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                }
            )!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            TestMachine.Miss("redis-server is not installed.");
        }

        // Its last line before it serves; a server that refuses its settings ends instead.
        while (await _process!.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _ = _process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("redis-server did not start.");
    }

    /// <summary>As the power fails.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        _folder.Delete(recursive: true);
    }
}
