using System.Globalization;
using Cooperator.Bench;

// dotnet run -c Release --project tests/bench/Cooperator.Bench -- compare   the API beside the floor, as ratios of one run
// dotnet run -c Release --project tests/bench/Cooperator.Bench -- soak      500 requests at a time for two minutes
// Both start what they measure themselves, on a data folder of their own. Build the solution with -c Release first.

var root = FindRepository();
var folder = Directory.CreateTempSubdirectory("cooperator-bench-");
if (!OperatingSystem.IsWindows())
{
    folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
}

string Assembly(string project) => Path.Combine(root, "artifacts", "bin", project, "release", $"{project}.dll");

using var api = await ServerProcess.StartAsync(
    "The API",
    Assembly("Cooperator.Api"),
    new Uri("http://127.0.0.1:5290"),
    [
        $"--Data:Folder={folder.FullName}",
        "--RateLimits:AuthPerMinute=0",
        "--RateLimits:RequestsPerMinute=0",
        "--Logging:LogLevel:Default=Warning",
    ]
);
var lindenhof = await Lindenhof.SignInAsync(api.Address, folder.FullName);

if (args is ["soak", ..])
{
    await Soak.RunAsync(
        api,
        lindenhof,
        TimeSpan.FromMinutes(args is [_, var minutes] ? double.Parse(minutes, CultureInfo.InvariantCulture) : 2)
    );
}
else
{
    using var floor = await ServerProcess.StartAsync(
        "The floor",
        Assembly("Cooperator.Bench.Floor"),
        new Uri("http://127.0.0.1:5291"),
        [$"--Floor:ConnectionString={lindenhof.ConnectionString}", $"--Floor:CoopId={lindenhof.CoopId}"]
    );
    await Comparison.RunAsync(api, floor, lindenhof);
}

static string FindRepository()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (!File.Exists(Path.Combine(folder.FullName, "Cooperator.sln")))
    {
        folder = folder.Parent ?? throw new InvalidOperationException("The bench does not run inside the repository.");
    }

    return folder.FullName;
}
