using System.Net;
using System.Net.Sockets;

namespace Cooperator.Api.Platform.Http;

/// <summary>
/// Whom a limit counts as one caller. Of IPv6 everybody has a whole network to choose from, so that counts; an IPv4 address
/// is the same in IPv6's clothes.
/// </summary>
internal static class CallerAddress
{
    private const int NetworkBytes = 8;

    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address) =>
        address switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => NetworkOf(address) + "/64",
            _ => address.ToString(),
        };

    private static IPAddress NetworkOf(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
