using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Cooperator.Api.Platform.Startup;

/// <summary>Says where the house is once its door is open.</summary>
internal sealed class StartupBanner(IServer server, DemoAccounts demo) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var text = new StringBuilder();
        foreach (var address in addresses)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"theCooperator  {address}");
            text.AppendLine(CultureInfo.InvariantCulture, $"GraphQL IDE    {address}/graphql");
        }
        foreach (var account in demo.Read())
        {
            var roles = string.Join(", ", account.Roles);
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"demo sign-in   {account.Email}  {account.Password}  ({account.Coop}: {roles})"
            );
        }
        text.Append("Ctrl+C ends it.");
        Console.WriteLine(text);
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
