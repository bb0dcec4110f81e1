using System.Diagnostics;
using Cooperator.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Cooperator.GraphQL.AspNetCore.Http;

/// <summary>Writes single results, with the status their format asks for.</summary>
internal static class HttpResponses
{
    private const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>Writes a result. It is left to the server to flush it: together with the end of the response, in one go.</summary>
    public static void Write(HttpResponse response, ResponseFormat format, OperationResult result)
    {
        response.StatusCode = Status(format, result);
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = "POST";
        }

        response.ContentType = ContentType(format);
        result.WriteTo(response.BodyWriter);
    }

    /// <summary>Answers a request that never reached the engine, in the shape of a response with errors.</summary>
    public static async Task WriteFaultAsync(
        HttpResponse response,
        ResponseFormat format,
        MalformedRequestException fault
    )
    {
        response.StatusCode = fault.Status;
        response.ContentType = ContentType(format);
        using var json = new JsonBuffer();
        json.WriteRaw("{\"errors\":[{\"message\":"u8);
        json.WriteString(fault.Message);
        json.WriteRaw("}]}"u8);
        response.ContentLength = json.Position;
        await response.Body.WriteAsync(json.WrittenMemory, response.HttpContext.RequestAborted);
    }

    /// <summary>Whether the result refuses a mutation that came by GET.</summary>
    public static bool IsForbiddenMutation(this OperationResult result) =>
        !result.HasData
        && result.Errors is [{ Extensions: { } facts }, ..]
        && facts.TryGetValue("code", out var code)
        && code is MethodNotAllowed;

    private static int Status(ResponseFormat format, OperationResult result)
    {
        if (result.HasData)
        {
            return StatusCodes.Status200OK;
        }

        if (result.IsForbiddenMutation())
        {
            return StatusCodes.Status405MethodNotAllowed;
        }

        // The older media type cannot tell a GraphQL response from another server's error page by its status, so it is 200.
        return format == ResponseFormat.GraphQLResponse ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
    }

    private static string ContentType(ResponseFormat format) =>
        format switch
        {
            ResponseFormat.GraphQLResponse => "application/graphql-response+json; charset=utf-8",
            ResponseFormat.None
            or ResponseFormat.Json
            or ResponseFormat.Multipart
            or ResponseFormat.EventStream
            or ResponseFormat.Html => "application/json; charset=utf-8",
            _ => throw new UnreachableException(),
        };
}
