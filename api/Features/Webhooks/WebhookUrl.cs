using System.Net;
using Cooperator.Api.Platform.Http;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Webhooks;

/// <summary>Where a webhook may be. What a name leads to is looked at again with each call.</summary>
internal static class WebhookUrl
{
    public const int Longest = 500;

    public static string Check(string? text, WebhookSettings settings)
    {
        var url = InvalidInputException.Text(text, "url", Longest);
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || !IsAllowedScheme(uri.Scheme, settings)
            || uri.UserInfo.Length > 0
        )
        {
            throw new InvalidInputException(InputFaultCode.InvalidUrl, "url");
        }

        if (
            !settings.AllowInside
            && (
                uri.IsLoopback
                || (IPAddress.TryParse(uri.DnsSafeHost, out var address) && !OutsideAddresses.IsOutside(address))
            )
        )
        {
            throw new WebhookInsideException();
        }

        return uri.AbsoluteUri;
    }

    private static bool IsAllowedScheme(string scheme, WebhookSettings settings) =>
        scheme == Uri.UriSchemeHttps || (settings.AllowInside && scheme == Uri.UriSchemeHttp);
}
