using System.Net;
using System.Net.Sockets;

namespace Cooperator.Api.Platform.Http;

/// <summary>The address that somebody asked us to call lies inside of our own network.</summary>
internal sealed class InsideAddressException(string host)
    : Exception($"{host} is not an address on the public internet.");

/// <summary>
/// Calls addresses that others have chosen. A name is resolved here and the very address that was checked is connected to,
/// so that no second answer of a name server can lead elsewhere. Redirects are not followed and no proxy is asked.
/// </summary>
internal static class OutsideConnections
{
    public static SocketsHttpHandler Handler(bool allowInside) =>
        new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxResponseHeadersLength = 16,
            // What was not read is not worth waiting for: the connection is closed instead.
            MaxResponseDrainSize = 0,
            ResponseDrainTimeout = TimeSpan.Zero,
            ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, allowInside, ct),
        };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, bool allowInside, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, ct);
        if (!allowInside && !Array.TrueForAll(addresses, OutsideAddresses.IsOutside))
        {
            throw new InsideAddressException(target.Host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
