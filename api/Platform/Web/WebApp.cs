using System.Security.Cryptography;
using Cooperator.Api.Platform.Http;
using Cooperator.Api.Platform.Startup;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Cooperator.Api.Platform.Web;

/// <summary>The built Angular app: its files, and its page for each address that is the app's own.</summary>
internal static class WebApp
{
    private static readonly string[] NotOurs = ["/graphql", "/auth", "/health", "/imports", "/exports"];

    /// <summary>Serves the files; a build without the web app serves none.</summary>
    public static void UseWebFiles(this WebApplication app)
    {
        if (Folder() is { } folder)
        {
            var files = new PhysicalFileProvider(folder);
            app.UseMiddleware<CompressedFiles>(files);
            app.UseStaticFiles(
                new StaticFileOptions
                {
                    FileProvider = files,
                    ContentTypeProvider = CompressedFiles.ContentTypes,
                    OnPrepareResponse = CompressedFiles.Prepare,
                }
            );
        }
    }

    /// <summary>Answers what no endpoint and no file did: with the app's page where a person may be looking.</summary>
    public static void MapWebApp(this WebApplication app)
    {
        var page = Folder() is { } folder ? Path.Combine(folder, "index.html") : null;
        app.MapFallback("{*path:nonfile}", (Delegate)((HttpContext http) => AnswerAsync(http, page))).AllowAnonymous();
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, string? page)
    {
        var asked = http.Request;
        if (
            page is null
            || NotOurs.Any(path => asked.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            || !(HttpMethods.IsGet(asked.Method) || HttpMethods.IsHead(asked.Method))
        )
        {
            return Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is nothing here.");
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var html = await File.ReadAllTextAsync(page, http.RequestAborted);
        SecurityHeaders.AllowNonce(http, nonce);
        // The page names the files of one build; a kept one would ask for files that are gone.
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.Content(
            html.Replace("__CSP_NONCE__", nonce, StringComparison.Ordinal),
            "text/html; charset=utf-8"
        );
    }

    private static string? Folder()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "web");
        var built = Path.Combine(SolutionFolder.Find() ?? "", "web-angular", "dist", "web", "browser");
        return new[] { published, built }.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "index.html")));
    }
}
