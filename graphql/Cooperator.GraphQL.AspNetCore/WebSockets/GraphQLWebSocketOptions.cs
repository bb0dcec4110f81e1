using System.ComponentModel.DataAnnotations;

namespace Cooperator.GraphQL.AspNetCore;

/// <summary>Limits and deadlines of <c>graphql-transport-ws</c> connections.</summary>
public sealed class GraphQLWebSocketOptions
{
    /// <summary>How long a client may take to send <c>connection_init</c> before it is closed with 4408. Default 10 seconds.</summary>
    public TimeSpan ConnectionInitTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a silent client is pinged, on the level of the WebSocket protocol. Default 15 seconds.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the answer to a ping may take before the connection counts as dead. Default 15 seconds.</summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The most bytes a message of a client may have; a longer one closes with 1009. Default 256 KiB.</summary>
    [Range(1, int.MaxValue)]
    public int MaxMessageSize { get; set; } = 256 * 1024;

    /// <summary>The most operations a connection may run at once; one more is answered with an <c>error</c> message. Default 100.</summary>
    [Range(1, int.MaxValue)]
    public int MaxOperations { get; set; } = 100;

    /// <summary>The most messages that wait for a client; operations pause when so many do. Default 64.</summary>
    [Range(1, int.MaxValue)]
    public int MaxQueuedMessages { get; set; } = 64;

    /// <summary>How long a client may take to receive one message before it is closed with 4499. Default 15 seconds.</summary>
    public TimeSpan SlowClientTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long queries and mutations may go on when the server stops; subscriptions end at once. Default 5 seconds.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Origins, such as <c>https://coop.example</c>, whose pages may open sockets that carry this server's cookies.
    /// The server's own origin always may. Default none.
    /// </summary>
    public ISet<string> AllowedOrigins { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}
