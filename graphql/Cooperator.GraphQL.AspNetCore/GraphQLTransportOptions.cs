using System.ComponentModel.DataAnnotations;

namespace Cooperator.GraphQL.AspNetCore;

/// <summary>How operations reach the engine over HTTP, server-sent events and WebSockets.</summary>
public sealed class GraphQLTransportOptions
{
    /// <summary>The most bytes the body of a request may have; a longer one is answered with 413. Default 1 MiB.</summary>
    [Range(1, int.MaxValue)]
    public int MaxRequestBodySize { get; set; } = 1024 * 1024;

    /// <summary>Files that come with a request.</summary>
    public UploadOptions Uploads { get; } = new();

    /// <summary>Whether queries may come as GET requests. Default true.</summary>
    public bool AllowGet { get; set; } = true;

    /// <summary>
    /// Header names that prove a GET request, or one with files, was not forged by another site: a browser sends none of them across origins
    /// without asking first. Default <c>GraphQL-Preflight</c>.
    /// </summary>
    public IList<string> PreflightHeaders { get; } = ["GraphQL-Preflight"];

    /// <summary>How often a silent event stream carries a comment, so that no proxy takes it for dead. Default 12 seconds.</summary>
    public TimeSpan EventStreamKeepAlive { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// The most subscriptions a person may have at once on this server, over all connections and event streams; one more is refused with the code
    /// <c>TOO_MANY_SUBSCRIPTIONS</c>. People are told apart by their name identifier, and by their address when they are not signed in. 0, the default, is no limit.
    /// </summary>
    [Range(0, int.MaxValue)]
    public int MaxSubscriptionsPerPerson { get; set; }

    /// <summary>Settings of the WebSocket transport.</summary>
    public GraphQLWebSocketOptions WebSockets { get; } = new();

    /// <summary>Settings of the IDE a browser finds at the endpoint.</summary>
    public IdeOptions Ide { get; } = new();
}
