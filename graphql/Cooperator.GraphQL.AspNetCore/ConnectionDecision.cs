using System.Security.Claims;

namespace Cooperator.GraphQL.AspNetCore;

/// <summary>What an <see cref="IConnectionInterceptor"/> decides about a connection.</summary>
public sealed class ConnectionDecision
{
    private static readonly Dictionary<string, object?> NoItems = [];

    private ConnectionDecision() { }

    /// <summary>Why the connection is rejected, for the client; null when it is accepted.</summary>
    public string? Rejection { get; private init; }

    /// <summary>Who the connection's operations run as.</summary>
    public ClaimsPrincipal User { get; private init; } = new();

    /// <summary>Facts every operation of the connection finds in its request's items.</summary>
    public IReadOnlyDictionary<string, object?> Items { get; private init; } = NoItems;

    /// <summary>When the credentials end; the connection is closed with 4403 then. Null when they do not.</summary>
    public DateTimeOffset? Expires { get; private init; }

    /// <summary>Cancelled when the credentials are withdrawn before their time; the connection is closed with 4403 then.</summary>
    public CancellationToken Withdrawn { get; private init; }

    /// <summary>Lets the connection run operations as <paramref name="user"/>.</summary>
    public static ConnectionDecision Accept(
        ClaimsPrincipal user,
        IReadOnlyDictionary<string, object?>? items = null,
        DateTimeOffset? expires = null
    ) =>
        new()
        {
            User = user,
            Items = items ?? NoItems,
            Expires = expires,
        };

    /// <summary>The same decision, which holds until the token is cancelled.</summary>
    public ConnectionDecision Until(CancellationToken withdrawn) =>
        new()
        {
            Rejection = Rejection,
            User = User,
            Items = Items,
            Expires = Expires,
            Withdrawn = withdrawn,
        };

    /// <summary>Closes the connection with 4403 (an event stream: 403) and the reason.</summary>
    public static ConnectionDecision Reject(string reason) => new() { Rejection = reason };
}
