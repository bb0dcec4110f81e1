using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Cooperator.E2E.Tests.Support;

/// <summary>A sign-in of the demo, as the API writes them to demo-accounts.json.</summary>
public sealed record DemoAccount(string Coop, string Email, string Password, string[] Roles);

/// <summary>The real program, started once for all journeys on a data folder of its own, with the demo co-ops in it.</summary>
public sealed class RunningCooperator : IAsyncLifetime
{
    private readonly DirectoryInfo dataFolder = Directory.CreateTempSubdirectory("cooperator-e2e-");
    private readonly StringBuilder output = new();
    private Process? process;

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<DemoAccount> DemoAccounts { get; private set; } = [];

    /// <summary>Where journeys leave their screenshots.</summary>
    public static string Screenshots { get; } =
        Directory.CreateDirectory(Path.Combine(TestMachine.Root, "tests", "screenshots")).FullName;

    /// <summary>Who looks after this installation.</summary>
    public const string Superuser = "operator@example.org";

    public string DataFolder => dataFolder.FullName;

    public DemoAccount Account(string coop, string role) =>
        DemoAccounts.First(account => account.Coop == coop && account.Roles.Contains(role));

    public async ValueTask InitializeAsync()
    {
        // As root the database server runs as another user, who must be able to reach its folder.
        if (!OperatingSystem.IsWindows())
        {
            dataFolder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        }

        // By its name: passkeys belong to a name, and browsers make none for a bare address.
        Address = new Uri($"http://localhost:{FreePort()}");
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(Built.ApiAssembly)!,
        };
        start.ArgumentList.Add(Built.ApiAssembly);
        start.ArgumentList.Add($"--urls={Address.GetLeftPart(UriPartial.Authority)}");
        start.ArgumentList.Add($"--Data:Folder={dataFolder.FullName}");
        start.ArgumentList.Add($"--Superuser:Email={Superuser}");
        // All journeys come from one address, faster than people do.
        start.ArgumentList.Add("--RateLimits:AuthPerMinute=0");
        start.ArgumentList.Add("--RateLimits:RequestsPerMinute=0");
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Remember(line.Data);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        await WaitUntilItServesAsync();
        await using var accounts = File.OpenRead(Path.Combine(dataFolder.FullName, "demo-accounts.json"));
        DemoAccounts = (await JsonSerializer.DeserializeAsync<DemoAccount[]>(accounts, JsonSerializerOptions.Web))!;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            using var terminate = Process.Start("kill", ["-TERM", process.Id.ToString()]);
            await terminate.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process?.Dispose();
        dataFolder.Delete(recursive: true);
    }

    private async Task WaitUntilItServesAsync()
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < TimeSpan.FromMinutes(5))
        {
            Assert.False(process!.HasExited, $"The API stopped before it served:\n{Output()}");
            try
            {
                if ((await client.GetAsync("/health")).StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet: ask again.
            }

            await Task.Delay(100);
        }

        Assert.Fail($"The API did not serve within five minutes:\n{Output()}");
    }

    private void Remember(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private string Output()
    {
        lock (output)
        {
            return output.ToString();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
