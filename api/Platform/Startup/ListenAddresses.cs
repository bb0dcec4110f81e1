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

    /// <summary>Tries the ports, so that one that can not be had is told at once and not after the database has started.</summary>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var address in addresses)
        {
            Try(address);
        }
        return Task.CompletedTask;
    }

    /// <summary>The same sentences when it comes out only as the door is opened; null for any other failure.</summary>
    public static StartupRefusedException? Refusal(Exception failure) =>
        failure switch
        {
            IOException { InnerException: AddressInUseException } => InUse("The address", failure),
            SocketException { SocketErrorCode: var code } => Refusal("The address", code, failure),
            _ => null,
        };

    private static void Try(Uri address)
    {
        var name = address.GetLeftPart(UriPartial.Authority);
        if (address is { Host: "localhost", Port: 0 })
        {
            throw new StartupRefusedException(
                $"{name} stands for two addresses, which can not share a port of the machine's choice: name a port, or "
                    + "use --urls http://127.0.0.1:0."
            );
        }

        try
        {
            using var probe = new TcpListener(Ip(address), address.Port);
            probe.Start();
        }
        catch (SocketException e)
        {
            throw Refusal(name, e.SocketErrorCode, e);
        }
    }

    // By any other name, Kestrel listens on every interface.
    private static IPAddress Ip(Uri address) =>
        IPAddress.TryParse(address.Host.Trim('[', ']'), out var parsed) ? parsed
        : address.IsLoopback ? IPAddress.Loopback
        : IPAddress.Any;

    private static StartupRefusedException Refusal(string address, SocketError error, Exception cause) =>
        error switch
        {
            SocketError.AddressAlreadyInUse => InUse(address, cause),
            SocketError.AccessDenied => new(
                $"{address} may not be opened by this user: choose a port above 1023 with --urls http://localhost:5081.",
                cause
            ),
            SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported => new(
                $"{address} is no address of this machine: choose another with --urls http://localhost:5081.",
                cause
            ),
            _ => new($"{address} can not be listened on: {cause.Message.TrimEnd('.')}.", cause),
        };

    private static StartupRefusedException InUse(string address, Exception cause) =>
        new(
            $"{address} is in use by another program: stop that one, or choose another port with "
                + "--urls http://localhost:5081.",
            cause
        );

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
