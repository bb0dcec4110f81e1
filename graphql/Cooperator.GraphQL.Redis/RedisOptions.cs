using System.Net.Security;

namespace Cooperator.GraphQL.Redis;

/// <summary>Where the Redis server is, and how its topics are kept.</summary>
public sealed class RedisOptions
{
    /// <summary>The host name or address.</summary>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>The TCP port.</summary>
    public int Port { get; set; } = 6379;

    /// <summary>The user of Redis' access lists; the default user when null.</summary>
    public string? User { get; set; }

    /// <summary>The password; the server asks for none when null.</summary>
    public string? Password { get; set; }

    /// <summary>Whether the connection is encrypted. The server's certificate must be valid for <see cref="Host"/>.</summary>
    public bool UseTls { get; set; }

    /// <summary>Changes how TLS is spoken: client certificates, a certificate authority of one's own.</summary>
    public Action<SslClientAuthenticationOptions>? ConfigureTls { get; set; }

    /// <summary>How long a connection may take to be ready, and the server may be silent while it owes an answer: then it is connected to anew.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What stands before the name of each topic on the server.</summary>
    public string KeyPrefix { get; set; } = "topic:";

    /// <summary>About how many events the server keeps of each topic, for nodes that were cut off.</summary>
    public int KeptEvents { get; set; } = 10_000;

    /// <summary>After how long without an event the server forgets a topic.</summary>
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Reads <c>redis://user:password@host:port</c>; <c>rediss://</c> stands for TLS.</summary>
    /// <exception cref="FormatException">It is not such an address.</exception>
    public static RedisOptions Parse(string address)
    {
        if (
            !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("redis" or "rediss")
            || uri.Host.Length == 0
        )
        {
            throw new FormatException(
                "A Redis server is named like redis://user:password@host:6379 (rediss:// for TLS)."
            );
        }

        var options = new RedisOptions
        {
            Host = uri.Host,
            Port = uri.IsDefaultPort ? 6379 : uri.Port,
            UseTls = uri.Scheme == "rediss",
        };
        if (uri.UserInfo.Split(':', 2) is [var user, var password])
        {
            options.User = user.Length == 0 ? null : Uri.UnescapeDataString(user);
            options.Password = Uri.UnescapeDataString(password);
        }

        return options;
    }
}
