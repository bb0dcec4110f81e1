using System.Net;
using System.Net.Sockets;

namespace Cooperator.Api.Platform.Http;

/// <summary>
/// Which addresses lie outside of this house and its network. Whoever may name an address that we call must not reach by
/// it what only we can reach.
/// </summary>
internal static class OutsideAddresses
{
    // RFC 6890 and what was registered since: this network, private, shared, loopback, link-local, documentation,
    // benchmarks, multicast, reserved and broadcast.
    private static readonly IPNetwork[] Inside4 =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/3"),
    ];

    // Of IPv6 only 2000::/3 is in use; what in it leads elsewhere: Teredo and other protocols, documentation, 6to4.
    private static readonly IPNetwork InUse6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Inside6 =
    [
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("3fff::/20"),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool IsOutside(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(Inside4, network => network.Contains(address));
        }

        // An IPv4 address in the clothes of an IPv6 one is what it is.
        if (address.IsIPv4MappedToIPv6)
        {
            return IsOutside(address.MapToIPv4());
        }

        if (Nat64.Contains(address))
        {
            return IsOutside(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        }

        return InUse6.Contains(address) && !Array.Exists(Inside6, network => network.Contains(address));
    }
}
