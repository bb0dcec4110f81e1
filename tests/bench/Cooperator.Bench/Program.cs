using System.Globalization;
using System.Text.Json;
using Cooperator.Bench;

// dotnet run -c Release --project tests/bench/Cooperator.Bench -- compare   the API beside the floor, as ratios of one run
// dotnet run -c Release --project tests/bench/Cooperator.Bench -- servers   the same with servers people use (npm ci in servers)
// dotnet run -c Release --project tests/bench/Cooperator.Bench -- soak      500 requests at a time for two minutes
// dotnet run -c Release --project tests/bench/Cooperator.Bench -- board     a board of 500 cards, opened and moved on, and 200 people dragging on it for a minute
// dotnet run -c Release --project tests/bench/Cooperator.Bench -- subscriptions 2000 5   so many open ones, events for so many minutes
// Behind `compare` and `servers` a word of a question asks that one only.
// All start what they measure themselves, on a data folder of their own. Build the solution with -c Release first.

var root = FindRepository();
if (args is ["subscriptions", var count, var minutes])
{
    using var server = await StartEngineAsync();
    await Subscriptions.RunAsync(
        server,
        int.Parse(count, CultureInfo.InvariantCulture),
        TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture))
    );
    return;
}

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
        // People of the bench type no passwords worth protecting.
        "--Tokens:PasswordIterations=1000",
        "--Tokens:AccessTokenMinutes=60",
        "--GraphQL:SubscriptionsPerPerson=0",
        "--Logging:LogLevel:Default=Warning",
    ]
);
var lindenhof = await Lindenhof.SignInAsync(api.Address, folder.FullName);

if (args is ["soak", ..])
{
    await Soak.RunAsync(
        api,
        lindenhof,
        TimeSpan.FromMinutes(args is [_, var length] ? double.Parse(length, CultureInfo.InvariantCulture) : 2)
    );
}
else if (args is ["board"])
{
    await Board.RunAsync(api, lindenhof);
    var people = await People.JoinAsync(api, lindenhof, folder.FullName, 200);
    // As busy people do, and as fast as they are answered.
    await Dragging.RunAsync(api, people, TimeSpan.FromMinutes(1), rest: TimeSpan.FromSeconds(4));
    await Dragging.RunAsync(api, people, TimeSpan.FromMinutes(1), rest: TimeSpan.Zero);
}
else
{
    using var floor = await ServerProcess.StartAsync(
        "The floor",
        Assembly("Cooperator.Bench.Floor"),
        new Uri("http://127.0.0.1:5291"),
        [$"--Floor:ConnectionString={lindenhof.ConnectionString}", $"--Floor:CoopId={lindenhof.CoopId}"]
    );
    using var engine = await StartEngineAsync();
    var others = new Dictionary<string, ServerProcess>();
    try
    {
        if (args is ["servers", ..])
        {
            others.Add(Version("graphql-yoga"), await StartNodeAsync("yoga", 5293));
            others.Add(Version("mercurius") + " (JIT)", await StartNodeAsync("mercurius", 5294));
        }

        var questions = Questions.All(lindenhof, floor, api, engine, others);
        await Comparison.RunAsync(
            args is [_, var one] ? questions.Where(q => q.Name.Contains(one, StringComparison.Ordinal)) : questions
        );
    }
    finally
    {
        foreach (var server in others.Values)
        {
            server.Dispose();
        }
    }
}

Task<ServerProcess> StartEngineAsync() =>
    ServerProcess.StartAsync("The engine", Assembly("Cooperator.Bench.Engine"), new Uri("http://127.0.0.1:5292"), []);

string Servers(string file) => Path.Combine(root, "tests", "bench", "servers", file);

Task<ServerProcess> StartNodeAsync(string name, int port) =>
    ServerProcess.StartNodeAsync(
        name,
        Servers($"{name}.mjs"),
        new Uri($"http://127.0.0.1:{port}"),
        new Dictionary<string, string>
        {
            ["DATABASE_URL"] = lindenhof.DatabaseUrl,
            ["COOP_ID"] = $"{lindenhof.CoopId}",
            ["MEMBER_ID"] = $"{lindenhof.MemberRowId}",
        }
    );

string Version(string package)
{
    using var json = JsonDocument.Parse(File.ReadAllText(Servers($"node_modules/{package}/package.json")));
    return $"{package} {json.RootElement.GetProperty("version").GetString()}";
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
