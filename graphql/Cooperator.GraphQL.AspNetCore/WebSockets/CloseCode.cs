namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>Why a connection is closed: the codes of the <c>graphql-transport-ws</c> protocol, of RFC 6455, and one of ours.</summary>
internal enum CloseCode
{
    /// <summary>The client closed; nothing was wrong.</summary>
    Normal = 1000,

    /// <summary>The server stops. A client may connect again at once, to another node.</summary>
    GoingAway = 1001,

    /// <summary>A message is longer than this server reads.</summary>
    MessageTooBig = 1009,

    /// <summary>A message is not one of the protocol's.</summary>
    BadRequest = 4400,

    /// <summary>An operation came before the connection was acknowledged.</summary>
    Unauthorized = 4401,

    /// <summary>The connection was rejected, or its credentials have expired or were withdrawn.</summary>
    Forbidden = 4403,

    /// <summary>The client asks for no sub-protocol this server speaks.</summary>
    SubprotocolNotAcceptable = 4406,

    /// <summary>The client did not initialise the connection in time.</summary>
    ConnectionInitTimeout = 4408,

    /// <summary>The id of an operation that is still running was used again.</summary>
    SubscriberAlreadyExists = 4409,

    /// <summary>The connection was initialised twice.</summary>
    TooManyInitialisationRequests = 4429,

    /// <summary>Ours: the client takes its messages too slowly. The usual clients connect again.</summary>
    TooSlow = 4499,

    /// <summary>A fault of the server.</summary>
    InternalServerError = 4500,
}
