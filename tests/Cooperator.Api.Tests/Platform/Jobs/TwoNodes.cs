using Cooperator.Api.Database;
using Cooperator.Api.Platform.EmbeddedPostgres;
using Cooperator.Api.Platform.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cooperator.Api.Tests.Platform.Jobs;

/// <summary>Nodes of one installation: programs that share a database server.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly string folder;
    private readonly PostgresServer server;
    private readonly List<IAsyncDisposable> nodes = [];

    private TwoNodes(string folder, PostgresServer server) => (this.folder, this.server) = (folder, server);

    public static async Task<TwoNodes> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cooperator-nodes-").FullName;
        return new(folder, await PostgresServer.StartAsync(new() { DataFolder = folder }, NullLogger.Instance));
    }

    /// <summary>What a node is started with.</summary>
    public IEnumerable<(string Name, string Value)> Settings =>
        [
            ("Data:Folder", folder),
            ("Database:ConnectionString", server.Connections.App),
            ("Database:OwnerConnectionString", server.Connections.Owner),
            ("Database:RelayConnectionString", server.Connections.Relay),
            ("Jobs:CheckInSeconds", "1"),
        ];

    public string Owner => server.Connections.Owner;

    /// <summary>One more node, in this process.</summary>
    public IServiceProvider AddNode(Action<IServiceCollection>? with = null, bool runsJobs = true)
    {
        var node = new WebApplicationFactory<Program>();
        var configured = node.WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Demo:Enabled", "false");
            host.UseSetting("Jobs:Enabled", runsJobs ? "true" : "false");
            foreach (var (name, value) in Settings)
            {
                host.UseSetting(name, value);
            }

            host.ConfigureServices(services => with?.Invoke(services));
        });
        nodes.Add(configured);
        nodes.Add(node);
        return configured.Services;
    }

    public static async Task<List<JobRun>> RunsAsync(IServiceProvider node, string job)
    {
        await using var scope = node.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CooperatorDbContext>();
        return await db.JobRuns.Where(r => r.Job == job).OrderBy(r => r.StartedAt).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
