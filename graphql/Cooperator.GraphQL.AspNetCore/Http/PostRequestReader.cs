using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Cooperator.GraphQL.AspNetCore.Http;

/// <summary>Reads the parameters from the body of a POST request, see "POST" in the GraphQL over HTTP specification.</summary>
internal static class PostRequestReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the body, up to the limit, and the parameters in it.</summary>
    /// <exception cref="MalformedRequestException">The content type, the size or the content is wrong.</exception>
    public static async ValueTask<RequestParameters> ReadAsync(HttpRequest request, int limit)
    {
        EnsureContentType(request);
        EnsureLength(request.ContentLength ?? 0, limit);
        var reader = request.BodyReader;
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
                try
                {
                    EnsureLength(read.Buffer.Length, limit);
                    if (read.IsCompleted)
                    {
                        return Parse(read.Buffer);
                    }
                }
                finally
                {
                    // Also for a body that is refused: otherwise the server can not read past it, and closes the connection. What
                    // is whole is taken: the server would otherwise find itself still reading when the client goes away.
                    reader.AdvanceTo(read.IsCompleted ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
                }
            }
        }
        catch (BadHttpRequestException e)
        {
            // The server's own verdict on the body, such as its own size limit or a broken chunk.
            throw new MalformedRequestException(e.Message, e.StatusCode);
        }
    }

    /// <summary>
    /// Only <c>application/json</c> is let in: a browser never sends it to another origin without asking first,
    /// so a POST that gets here was not forged by a form.
    /// </summary>
    private static void EnsureContentType(HttpRequest request)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var contentType)
            || !contentType.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new MalformedRequestException(
                "The content type must be \"application/json\".",
                StatusCodes.Status415UnsupportedMediaType
            );
        }

        if (contentType.Charset.HasValue && !Charsets.IsUtf8(contentType.Charset.AsSpan()))
        {
            throw new MalformedRequestException(
                "The charset must be UTF-8.",
                StatusCodes.Status415UnsupportedMediaType
            );
        }

        if (request.Headers.ContentEncoding is [{ Length: > 0 } encoding, ..] && encoding != "identity")
        {
            throw new MalformedRequestException(
                "Compressed request bodies are not supported.",
                StatusCodes.Status415UnsupportedMediaType
            );
        }
    }

    private static void EnsureLength(long length, int limit)
    {
        if (length > limit)
        {
            throw new MalformedRequestException(
                $"The request body must not be longer than {limit} bytes.",
                StatusCodes.Status413PayloadTooLarge
            );
        }
    }

    private static RequestParameters Parse(ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
        {
            return Parse(body.FirstSpan);
        }

        var length = checked((int)body.Length);
        var array = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(array);
            return Parse(array.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    /// <summary>Reads the parameters from the text of a body.</summary>
    /// <exception cref="MalformedRequestException">The text is not a JSON object with the right parameters.</exception>
    internal static RequestParameters Parse(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(ByteOrderMark))
        {
            body = body[ByteOrderMark.Length..];
        }

        if (body.IsEmpty)
        {
            throw new MalformedRequestException("The request has no body.");
        }

        if (!Utf8.IsValid(body))
        {
            throw new MalformedRequestException("The request body is not valid UTF-8.");
        }

        return JsonText.Read(
            body,
            "The request body",
            static (ref Utf8JsonReader reader) =>
            {
                reader.Read();
                var parameters = RequestParameters.Read(ref reader);
                // Anything after the object is a fault the reader finds.
                reader.Read();
                return parameters;
            }
        );
    }
}
