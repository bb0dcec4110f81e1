using Cooperator.Api.Platform;

namespace Cooperator.Api.Identity;

/// <summary>Where a request comes from, as the list of sessions and the security log show it.</summary>
public readonly record struct ClientAddress(string? IpAddress, string? UserAgent)
{
    public const int LongestUserAgent = 300;

    public static ClientAddress Of(HttpContext http)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        return new ClientAddress(
            http.Connection.RemoteIpAddress?.ToString(),
            agent.Length == 0 ? null : Clipping.Start(agent, LongestUserAgent)
        );
    }
}
