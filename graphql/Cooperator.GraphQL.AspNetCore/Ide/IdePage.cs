using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Cooperator.GraphQL.AspNetCore.Ide;

/// <summary>The page a browser gets that opens the endpoint: GraphiQL, or how to build it.</summary>
internal sealed class IdePage(IdeOptions options, IdeAssets assets)
{
    /// <summary>Below the endpoint, where the IDE's scripts and styles are.</summary>
    public const string AssetsPath = "/ide";

    // Scripts and workers come from this server only, none stand in the page. Styles may: the editor writes its own while it runs.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public async Task WriteAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.Vary = "Accept";
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(assets.AreBuilt ? Ide(http.Request) : Missing(), http.RequestAborted);
    }

    private string Ide(HttpRequest request)
    {
        var endpoint = $"{request.PathBase}{request.Path}".TrimEnd('/');
        var configuration = JsonSerializer.Serialize(
            new IdeConfiguration(endpoint, options.DefaultQuery, options.DefaultHeaders, options.HiddenHeaders),
            IdeJson.Default.IdeConfiguration
        );
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Encode(options.Title)}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{Encode(endpoint + AssetsPath)}/ide.css">
            <script type="module" src="{Encode(endpoint + AssetsPath)}/ide.js"></script>
            </head>
            <body><div id="ide" data-configuration="{Encode(configuration)}"></div></body>
            </html>

            """;
    }

    private string Missing() =>
        $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>{Encode(options.Title)}</title></head>
            <body>
            <h1>The IDE is not built</h1>
            <p>The endpoint works; only this page's editor is missing. It is built with the program unless <code>-p:SkipWeb=true</code> is given.
            By hand: <code>npm ci</code> and <code>npm run build</code> in <code>graphql/Cooperator.GraphQL.AspNetCore/Ide/client</code>,
            then build the program again.</p>
            </body>
            </html>

            """;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
