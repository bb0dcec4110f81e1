using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Cooperator.GraphQL.AspNetCore.Http.Uploads;

/// <summary>
/// Reads a request with files, see the GraphQL multipart request specification: the parts <c>operations</c>, <c>map</c> and then the files, which go
/// to the disk as they come.
/// </summary>
internal static class MultipartRequestReader
{
    private const string MediaType = "multipart/form-data";
    private const int LongestBoundary = 70;
    private const int MostHeaders = 16;
    private const int MostHeaderBytes = 8 * 1024;

    /// <summary>Whether a request says it is one.</summary>
    public static bool IsMultipart(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads it. The files are the caller's to dispose.</summary>
    /// <exception cref="MalformedRequestException">The request is not as the specification has it, or over a limit.</exception>
    public static async ValueTask<RequestParameters> ReadAsync(HttpRequest request, GraphQLTransportOptions options)
    {
        AllowFiles(request, options);
        var files = new UploadedFiles();
        try
        {
            var parameters = await ReadPartsAsync(request, options, files);
            parameters.Files = files;
            return parameters;
        }
        catch (Exception e)
        {
            await files.DisposeAsync();
            throw e switch
            {
                // The server's own verdict on the body, such as its own size limit or a broken chunk.
                BadHttpRequestException refusal => new MalformedRequestException(refusal.Message, refusal.StatusCode),
                InvalidDataException => new MalformedRequestException("The multipart body is malformed."),
                IOException when !request.HttpContext.RequestAborted.IsCancellationRequested =>
                    new MalformedRequestException("The multipart body ends too early."),
                _ => e,
            };
        }
    }

    private static async ValueTask<RequestParameters> ReadPartsAsync(
        HttpRequest request,
        GraphQLTransportOptions options,
        UploadedFiles files
    )
    {
        var ct = request.HttpContext.RequestAborted;
        var reader = new MultipartReader(Boundary(request), request.Body)
        {
            HeadersCountLimit = MostHeaders,
            HeadersLengthLimit = MostHeaderBytes,
        };
        var operation = UploadJson.ReadObject(await ReadTextAsync(reader, "operations", options, ct), "operations");
        var map = UploadMap.Read(await ReadTextAsync(reader, "map", options, ct), operation, options.Uploads.MaxFiles);
        // What is wrong with the operation is told before its files are read.
        var parameters = PostRequestReader.Parse(Encoding.UTF8.GetBytes(operation.ToJsonString()));
        while (await reader.ReadNextSectionAsync(ct) is { } part)
        {
            var disposition = Disposition(part);
            var name = Name(disposition);
            map.Take(name);
            var file = files.Create(options.Uploads.Folder);
            var length =
                await file.FillAsync(part.Body, options.Uploads.MaxFileSize, ct)
                ?? throw new MalformedRequestException(
                    $"A file may have {options.Uploads.MaxFileSize} bytes.",
                    StatusCodes.Status413PayloadTooLarge
                );
            files.Add(name, file.Describe(FileName(disposition), part.ContentType, length));
        }

        map.EnsureComplete();
        return parameters;
    }

    private static async ValueTask<byte[]> ReadTextAsync(
        MultipartReader reader,
        string name,
        GraphQLTransportOptions options,
        CancellationToken ct
    )
    {
        if (await reader.ReadNextSectionAsync(ct) is not { } part || Name(Disposition(part)) != name)
        {
            throw new MalformedRequestException(
                "A multipart request begins with the parts \"operations\" and \"map\", in this order."
            );
        }

        using var text = new MemoryStream();
        var buffer = new byte[4096];
        while (await part.Body.ReadAsync(buffer, ct) is var count and > 0)
        {
            if (text.Length + count > options.MaxRequestBodySize)
            {
                throw new MalformedRequestException(
                    $"The part \"{name}\" may have {options.MaxRequestBodySize} bytes.",
                    StatusCodes.Status413PayloadTooLarge
                );
            }

            text.Write(buffer, 0, count);
        }

        return text.ToArray();
    }

    private static string Boundary(HttpRequest request)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary);
        return boundary.Length is > 0 and <= LongestBoundary
            ? boundary.ToString()
            : throw new MalformedRequestException(
                $"The content type needs a boundary of at most {LongestBoundary} characters."
            );
    }

    private static ContentDispositionHeaderValue Disposition(MultipartSection part) =>
        ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)
        && disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase)
            ? disposition
            : throw new MalformedRequestException("Each part needs \"Content-Disposition: form-data\" with a name.");

    private static string Name(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.Name).ToString();

    /// <summary>Browsers once sent whole paths, and an attacker may.</summary>
    private static string FileName(ContentDispositionHeaderValue disposition)
    {
        var name = HeaderUtilities.RemoveQuotes(
            disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName
        );
        return name.ToString().Split('/', '\\')[^1];
    }

    /// <summary>The server's own limit knows nothing of files.</summary>
    private static void AllowFiles(HttpRequest request, GraphQLTransportOptions options)
    {
        if (
            request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature
            && feature.MaxRequestBodySize is { } limit
        )
        {
            // Two texts, the files, and what is written around each part.
            var parts = options.Uploads.MaxFiles + 2L;
            var most =
                (options.MaxRequestBodySize * 2L)
                + (options.Uploads.MaxFiles * (double)options.Uploads.MaxFileSize)
                + (parts * (MostHeaderBytes + LongestBoundary));
            feature.MaxRequestBodySize = Math.Max(limit, (long)Math.Min(most, long.MaxValue));
        }
    }
}
