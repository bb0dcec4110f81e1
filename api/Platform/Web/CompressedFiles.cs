using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Cooperator.Api.Platform.Web;

/// <summary>
/// Where the build left a compressed file beside the asked one and the browser takes it, that one is sent. Nothing is
/// compressed while serving.
/// </summary>
internal sealed partial class CompressedFiles(RequestDelegate next, IFileProvider files)
{
    private const string AskedName = "Cooperator.AskedFile";
    private static readonly (string Encoding, string Suffix)[] Forms = [("br", ".br"), ("gzip", ".gz")];

    public static FileExtensionContentTypeProvider ContentTypes { get; } =
        new()
        {
            Mappings =
            {
                [".br"] = "application/octet-stream",
                [".gz"] = "application/octet-stream",
                [".webmanifest"] = "application/manifest+json",
            },
        };

    public Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value;
        if (
            path is { Length: > 1 }
            && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        )
        {
            // The page itself is answered by the fallback, which gives it its nonce.
            if (path == "/index.html")
            {
                http.Request.Path = "/";
            }
            else if (Best(path, http.Request.Headers.AcceptEncoding) is { Suffix: not null } form)
            {
                http.Items[AskedName] = (path, form.Encoding);
                http.Request.Path = path + form.Suffix;
            }
        }
        return next(http);
    }

    /// <summary>Says what the sent file really is and how long it may be kept.</summary>
    public static void Prepare(StaticFileResponseContext context)
    {
        var http = context.Context;
        var name = context.File.Name;
        if (http.Items[AskedName] is (string asked, string encoding))
        {
            name = Path.GetFileName(asked);
            http.Response.Headers.ContentEncoding = encoding;
            http.Response.ContentType = ContentTypes.TryGetContentType(asked, out var type) ? type : null;
        }
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        http.Response.Headers.CacheControl = Hashed().IsMatch(name)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
    }

    private (string? Encoding, string? Suffix) Best(string path, StringValues accepted) =>
        Forms.FirstOrDefault(form =>
            accepted.ToString().Contains(form.Encoding, StringComparison.Ordinal)
            && files.GetFileInfo(path + form.Suffix).Exists
        );

    // The build puts a hash of the content into the name: main-J4YILLO6.js
    [GeneratedRegex(@"-[A-Z0-9]{8}\.\w+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hashed();
}
