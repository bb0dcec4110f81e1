using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Cooperator.GraphQL.AspNetCore.Ide;

/// <summary>The IDE's scripts, styles and fonts: files the build put into a folder, most of them with a compressed twin.</summary>
internal sealed class IdeAssets
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private readonly Dictionary<string, FileInfo> _files;

    public IdeAssets(IdeOptions options)
    {
        var folder = new DirectoryInfo(options.Folder);
        _files = folder.Exists
            ? folder
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .ToDictionary(
                    file => Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'),
                    StringComparer.Ordinal
                )
            : [];
    }

    /// <summary>Whether the build has made the IDE.</summary>
    public bool AreBuilt => _files.ContainsKey("ide.js");

    /// <summary>Answers with one file. Only the files found at the start are known, so no path leads anywhere else.</summary>
    public async Task WriteAsync(HttpContext http, string path)
    {
        if (path.EndsWith(".br", StringComparison.Ordinal) || !_files.TryGetValue(path, out var file))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = http.Response.Headers;
        var tag = new EntityTagHeaderValue($"\"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}\"");
        headers.ETag = tag.ToString();
        headers.Vary = "Accept-Encoding";
        headers.XContentTypeOptions = "nosniff";
        // Files below assets/ carry a hash of their content in the name.
        headers.CacheControl = path.StartsWith("assets/", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = ContentTypes.TryGetContentType(path, out var type)
            ? type
            : "application/octet-stream";
        if (AcceptsBrotli(http.Request) && _files.TryGetValue(path + ".br", out var compressed))
        {
            headers.ContentEncoding = "br";
            file = compressed;
        }

        http.Response.ContentLength = file.Length;
        await http.Response.SendFileAsync(file.FullName, http.RequestAborted);
    }

    private static bool AcceptsBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "br" && (coding.Quality ?? 1) > 0);
}
