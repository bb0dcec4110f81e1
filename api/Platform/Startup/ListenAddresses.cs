using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Cooperator.Api.Platform.Startup;

/// <summary>Where this process listens, known before it does.</summary>
public sealed class ListenAddresses : IStartupStep
{
    // By name, since browsers tie passkeys to one; Kestrel listens on both loopback addresses then.
    private const string Default = "http://localhost:5080";
    private readonly IReadOnlyList<Uri> addresses;

    /// <summary>Reads the addresses of the settings.</summary>
    public ListenAddresses(IConfiguration configuration) => addresses = [.. Read(configuration)];

    /// <summary>Whether only this machine can reach it.</summary>
    public bool AreLoopback => addresses.Count > 0 && addresses.All(address => address.IsLoopback);

    /// <summary>The address people are told.</summary>
    public Uri First => addresses.Count > 0 ? addresses[0] : new(Default);

    /// <summary>Sets our default where nothing else was asked for.</summary>
    public static void SetDefault(WebApplicationBuilder builder)
    {
        string[] askedFor = ["urls", "http_ports", "https_ports"];
        var configured =
            askedFor.Any(key => !string.IsNullOrEmpty(builder.Configuration[key]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!configured)
        {
            builder.Configuration["urls"] = Default;
        }
    }

    /// <summary>Tries the ports, so that a taken one is told at once and not after the database has started.</summary>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var address in addresses.Where(address => address.IsLoopback && address.Port > 0))
        {
            Try(address);
        }
        return Task.CompletedTask;
    }

    /// <summary>The same sentence when somebody took the port in between.</summary>
    public static StartupRefusedException InUse(string address, Exception cause) =>
        new(
            $"{address} is in use by another program: stop that one, or choose another port with "
                + "--urls http://localhost:5081.",
            cause
        );

    /// <summary>Whether this is Kestrel's way of saying that it can not listen.</summary>
    public static bool IsInUse(IOException failure) => failure.InnerException is AddressInUseException;

    private static void Try(Uri address)
    {
        var ip = IPAddress.TryParse(address.Host.Trim('[', ']'), out var parsed) ? parsed : IPAddress.Loopback;
        try
        {
            using var probe = new TcpListener(ip, address.Port);
            probe.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw InUse(address.GetLeftPart(UriPartial.Authority), e);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new StartupRefusedException(
                $"Port {address.Port} may not be opened by this user: choose one above 1023 with --urls http://localhost:5081.",
                e
            );
        }
    }

    private static IEnumerable<Uri> Read(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"] ?? "");
        var ports = (configuration["http_ports"] ?? "")
            .Split(';')
            .Select(port => port.Length > 0 ? $"http://*:{port}" : "");
        var urls = (configuration["urls"] ?? "").Split(';');
        foreach (var url in endpoints.Concat(urls.Any(u => u.Length > 0) ? urls : ports).Where(u => u.Length > 0))
        {
            // A star or plus stands for every interface, which no Uri can say.
            var text = url.Trim().Replace("://*", "://0.0.0.0").Replace("://+", "://0.0.0.0");
            yield return Uri.TryCreate(text, UriKind.Absolute, out var address)
                ? address
                : throw new StartupRefusedException($"The setting urls is wrong: {url} is no address.");
        }
    }
}
