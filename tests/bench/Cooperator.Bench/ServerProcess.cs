using System.Diagnostics;
using System.Globalization;

namespace Cooperator.Bench;

/// <summary>A server under measurement: its process, the CPU time it has used and the memory it holds.</summary>
internal sealed class ServerProcess(Process process, Uri address) : IDisposable
{
    // Linux counts process times in hundredths of a second (USER_HZ), on every architecture.
    private const double TicksPerSecond = 100;

    public Uri Address => address;

    public bool HasExited => process.HasExited;

    /// <summary>User and system CPU seconds used since the process started.</summary>
    public double CpuSeconds
    {
        get
        {
            // The second field is the command in brackets and may hold spaces: read behind its closing bracket.
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (Parse(fields[11]) + Parse(fields[12])) / TicksPerSecond;
        }
    }

    /// <summary>Resident memory in MiB.</summary>
    public double ResidentMiB
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status")
                .First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
        }
    }

    /// <summary>Starts a .NET program of the repository.</summary>
    public static Task<ServerProcess> StartAsync(
        string name,
        string assembly,
        Uri address,
        IEnumerable<string> arguments
    )
    {
        var start = new ProcessStartInfo("dotnet", [assembly, $"--urls={address}", .. arguments]);
        // As our image has it; see "On virtual machines" in docs/operations.md.
        start.Environment["DOTNET_GCgen0size"] = "0x1000000";
        return StartAsync(name, start, address);
    }

    /// <summary>Starts a script of <c>tests/bench/servers</c>.</summary>
    public static Task<ServerProcess> StartNodeAsync(
        string name,
        string script,
        Uri address,
        IEnumerable<KeyValuePair<string, string>> settings
    )
    {
        var start = new ProcessStartInfo("node", [script]);
        start.Environment["NODE_ENV"] = "production";
        start.Environment["PORT"] = address.Port.ToString(CultureInfo.InvariantCulture);
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return StartAsync(name, start, address);
    }

    private static async Task<ServerProcess> StartAsync(string name, ProcessStartInfo start, Uri address)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.WorkingDirectory = Path.GetDirectoryName(start.ArgumentList[0])!;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{name} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilHealthyAsync(name, process, address);
        return new ServerProcess(process, address);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
            if (!process.WaitForExit(TimeSpan.FromSeconds(20)))
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.Dispose();
    }

    private static async Task WaitUntilHealthyAsync(string name, Process process, Uri address)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        var deadline = Stopwatch.StartNew();
        while (deadline.Elapsed < TimeSpan.FromMinutes(2))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException(
                    $"{name} stopped with exit code {process.ExitCode} before it served."
                );
            }

            try
            {
                using var response = await client.GetAsync(new Uri(address, "/health"));
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet: ask again.
            }

            await Task.Delay(200);
        }

        throw new TimeoutException($"{name} did not become healthy within two minutes.");
    }

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}
