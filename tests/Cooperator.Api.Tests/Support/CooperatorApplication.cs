using Cooperator.Api.Platform;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Cooperator.Api.Tests.Support;

/// <summary>The whole program, as it is served, on a database of its own.</summary>
public sealed class CooperatorApplication(DatabaseServer server) : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _dataFolder = Directory.CreateTempSubdirectory("cooperator-data-").FullName;

    public DatabaseConnections Connections { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Connections = await server.CopyAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // No port is opened here; the default one may be in use by a house that runs on this machine.
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Data:Folder", _dataFolder);
        builder.UseSetting("Database:ConnectionString", Connections.App);
        builder.UseSetting("Database:OwnerConnectionString", Connections.Owner);
        builder.UseSetting("Database:RelayConnectionString", Connections.Relay);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_dataFolder, recursive: true);
    }
}
