using System.Net.Mime;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Cooperator.Api.Features.Imports;

/// <summary>The file of a request: the body itself, or the first file of a form.</summary>
internal sealed record UploadedList(string FileName, byte[] Content)
{
    private const string Unnamed = "list.csv";
    private const int LongestName = 200;

    // By RFC 2046.
    private const int LongestBoundary = 70;
    private const long MostDiscarded = 256 * 1024 * 1024;

    /// <summary>Null when a form holds no file.</summary>
    /// <exception cref="ListTooLargeException">There are more than <paramref name="maxBytes"/> bytes.</exception>
    /// <exception cref="InvalidDataException">The form is none, or ends too soon.</exception>
    public static async Task<UploadedList?> ReadAsync(HttpRequest request, long maxBytes, CancellationToken ct)
    {
        // A form around the list adds a little.
        if (request.ContentLength > maxBytes + 64 * 1024)
        {
            throw new ListTooLargeException(maxBytes);
        }

        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(MediaTypeNames.Multipart.FormData, StringComparison.OrdinalIgnoreCase)
        )
        {
            return new UploadedList(Unnamed, await ReadAsync(request.Body, maxBytes, ct));
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            return null;
        }

        if (boundary.Length > LongestBoundary)
        {
            throw new InvalidDataException("No form is marked like this.");
        }

        try
        {
            return await FirstFileAsync(new MultipartReader(boundary, request.Body), maxBytes, ct);
        }
        catch (IOException cut) when (cut is not BadHttpRequestException && !ct.IsCancellationRequested)
        {
            throw new InvalidDataException("The form ends before it is complete.", cut);
        }
    }

    private static async Task<UploadedList?> FirstFileAsync(MultipartReader parts, long maxBytes, CancellationToken ct)
    {
        while (await parts.ReadNextSectionAsync(ct) is { } part)
        {
            if (part.AsFileSection() is { } file)
            {
                return new UploadedList(Tidied(file.FileName), await ReadAsync(part.Body, maxBytes, ct));
            }
        }

        return null;
    }

    /// <summary>
    /// Reads the rest of a list that is too large and forgets it. Browsers send first and listen then: refused half way,
    /// they would tell of a broken connection and not of the reason.
    /// </summary>
    public static async Task DiscardAsync(HttpRequest request, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        long discarded = 0;
        for (int read; discarded < MostDiscarded && (read = await request.Body.ReadAsync(buffer, ct)) > 0; )
        {
            discarded += read;
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, long maxBytes, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0; )
        {
            if (content.Length + read > maxBytes)
            {
                throw new ListTooLargeException(maxBytes);
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static string Tidied(string name)
    {
        var printable = string.Concat(name.Where(c => !LineOfText.HoldsUnprintable($"{c}") || char.IsSurrogate(c)));
        var line = LineOfText.Tidy(Path.GetFileName(printable.Replace('\\', '/')));
        return Clipping.End(LineOfText.CanBeNormalized(line) ? line : "", LongestName) is { Length: > 0 } text
            ? text
            : Unnamed;
    }
}

internal sealed class ListTooLargeException(long maxBytes)
    : Exception($"A list can be {maxBytes / 1024 / 1024.0:0.#} MiB at most.");
