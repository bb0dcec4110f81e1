using Microsoft.AspNetCore.Http;

namespace Cooperator.GraphQL.AspNetCore;

/// <summary>A request that never reaches the engine: what is wrong with it, and the HTTP status that says so.</summary>
internal sealed class MalformedRequestException(string message, int status = StatusCodes.Status400BadRequest)
    : Exception(message)
{
    public int Status { get; } = status;
}
