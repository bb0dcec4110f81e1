using System.Buffers;
using System.IO.Pipelines;
using Cooperator.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cooperator.GraphQL.AspNetCore.Http;

/// <summary>Writes results as the parts of one <c>multipart/mixed</c> response, see the "Incremental Delivery over HTTP" proposal.</summary>
internal static class MultipartResponse
{
    private const string ContentType = "multipart/mixed; boundary=\"-\"";

    private static ReadOnlySpan<byte> PartStart => "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8;

    // A client knows that a part is whole by the boundary after it, which therefore is sent with it.
    private static ReadOnlySpan<byte> Boundary => "\r\n---"u8;

    /// <summary>Writes a response of one part, for clients that accept nothing else.</summary>
    public static async Task WriteAsync(HttpContext http, OperationResult result)
    {
        var output = Begin(http);
        Write(output, result);
        await EndAsync(http, output);
    }

    /// <summary>Writes each result when it is there.</summary>
    public static async Task WriteAsync(HttpContext http, IncrementalResult parts)
    {
        var output = Begin(http);
        await foreach (var result in parts.ReadAsync(http.RequestAborted))
        {
            await using (result)
            {
                Write(output, result);
                await output.FlushAsync(http.RequestAborted);
            }
        }

        await EndAsync(http, output);
    }

    private static PipeWriter Begin(HttpContext http)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.StatusCode = StatusCodes.Status200OK;
        http.Response.ContentType = ContentType;
        // Asks nginx and its relatives to pass parts on at once.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Response.BodyWriter.Write(Boundary);
        return http.Response.BodyWriter;
    }

    private static void Write(PipeWriter output, OperationResult result)
    {
        output.Write(PartStart);
        result.WriteTo(output);
        output.Write(Boundary);
    }

    private static async Task EndAsync(HttpContext http, PipeWriter output)
    {
        output.Write("--\r\n"u8);
        await output.FlushAsync(http.RequestAborted);
    }
}
