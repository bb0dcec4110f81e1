namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>The client broke the protocol: the connection ends with the code and the reason.</summary>
internal sealed class ProtocolException(CloseCode code, string reason) : Exception(reason)
{
    public Closure Closure { get; } = new(code, reason);
}
