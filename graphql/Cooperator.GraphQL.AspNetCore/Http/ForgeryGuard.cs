using Microsoft.AspNetCore.Http;

namespace Cooperator.GraphQL.AspNetCore.Http;

/// <summary>
/// Refuses GET requests that another site may have forged. A browser adds a person's cookies to such a request without
/// asking the server, so it must carry a proof that no foreign page can add: a preflighted header, or the browser's own word for
/// where it comes from. (A POST has its proof in the content type.)
/// </summary>
internal static class ForgeryGuard
{
    /// <summary>Refuses a request with files that carries no preflighted header: a form of any other site can send its content type.</summary>
    /// <exception cref="MalformedRequestException">The request carries no proof.</exception>
    public static void EnsurePreflighted(HttpRequest request, IList<string> preflightHeaders)
    {
        if (!preflightHeaders.Any(request.Headers.ContainsKey))
        {
            throw new MalformedRequestException(
                "A multipart request needs a header that other sites cannot send: "
                    + $"{string.Join(" or ", preflightHeaders)}."
            );
        }
    }

    /// <exception cref="MalformedRequestException">The request carries no proof.</exception>
    public static void EnsureGenuine(HttpRequest request, IList<string> preflightHeaders)
    {
        if (preflightHeaders.Any(request.Headers.ContainsKey))
        {
            return;
        }

        var mayBeForged = request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" or "none" => false,
            // Not a browser, or a very old one: without cookies there is nothing to borrow.
            "" => request.Headers.Cookie.Count > 0 || request.Headers.Origin.Count > 0,
            _ => true,
        };
        if (mayBeForged)
        {
            throw new MalformedRequestException(
                "A GET request of a browser needs a header that other sites cannot send: "
                    + $"{string.Join(" or ", preflightHeaders)}."
            );
        }
    }
}
