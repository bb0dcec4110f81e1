using System.Net;
using System.Net.Sockets;
using System.Security.Claims;

namespace Cooperator.GraphQL.AspNetCore;

/// <summary>Counts the open subscriptions of each person, over all their connections to this server. Who is not signed in is known by the address, of IPv6 by its network.</summary>
internal sealed class Subscribers(int most)
{
    private static readonly Place Unlimited = new(null, "");

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Takes a place until it is disposed; null when the person has none left.</summary>
    public IDisposable? TryEnter(ClaimsPrincipal user, IPAddress? address)
    {
        if (most == 0)
        {
            return Unlimited;
        }

        var person = Key(user, address);
        lock (_gate)
        {
            var count = _counts.GetValueOrDefault(person);
            if (count >= most)
            {
                return null;
            }

            _counts[person] = count + 1;
            return new Place(this, person);
        }
    }

    /// <summary>What a person is told who has no place left.</summary>
    public GraphQLError Refusal() =>
        new($"A person may have {most} subscriptions at once.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["code"] = "TOO_MANY_SUBSCRIPTIONS",
            },
        };

    private static string Key(ClaimsPrincipal user, IPAddress? address) =>
        (user.FindFirst(ClaimTypes.NameIdentifier) ?? user.FindFirst("sub"))?.Value is { } id ? $"id {id}"
        : user.Identity?.Name is { } name ? $"name {name}"
        : $"address {CallerOf(address)}";

    // Of IPv6 everybody has a whole network to choose from; an IPv4 address is the same in IPv6's clothes.
    private static IPAddress? CallerOf(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
        {
            return address;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var network = address.GetAddressBytes();
        network.AsSpan(network.Length / 2).Clear();
        return new IPAddress(network);
    }

    private void Leave(string person)
    {
        lock (_gate)
        {
            if (--_counts[person] == 0)
            {
                _counts.Remove(person);
            }
        }
    }

    private sealed class Place(Subscribers? subscribers, string person) : IDisposable
    {
        private Subscribers? _subscribers = subscribers;

        public void Dispose() => Interlocked.Exchange(ref _subscribers, null)?.Leave(person);
    }
}
