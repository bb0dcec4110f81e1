using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>
/// The server's port: the one of last time when it is free, so that tools stay connected, else any free one.
/// </summary>
internal static class FreePort
{
    public static int Choose(string rememberedIn)
    {
        if (
            File.Exists(rememberedIn)
            && int.TryParse(File.ReadAllText(rememberedIn), CultureInfo.InvariantCulture, out var last)
            && IsFree(last)
        )
        {
            return last;
        }
        var port = Any();
        File.WriteAllText(rememberedIn, port.ToString(CultureInfo.InvariantCulture));
        return port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (Exception e) when (e is SocketException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static int Any()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
