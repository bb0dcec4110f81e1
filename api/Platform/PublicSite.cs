using Cooperator.Api.Platform.Settings;
using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Platform;

/// <summary>Makes the links that leave the house.</summary>
public sealed class PublicSite(SiteSettings settings, ListenAddresses addresses)
{
    /// <summary>The address people know, without a slash at its end.</summary>
    public string Url { get; } = (settings.PublicUrl ?? FromListening(addresses.First)).TrimEnd('/');

    /// <summary>A link to a page; <paramref name="path"/> begins with a slash and is already escaped.</summary>
    public string Link(string path) => Url + path;

    private static string FromListening(Uri address) =>
        // Listening on every interface is no name; from this machine it is localhost.
        address.Host
            is "0.0.0.0"
                or "[::]"
            ? new UriBuilder(address) { Host = "localhost" }.Uri.GetLeftPart(UriPartial.Authority)
            : address.GetLeftPart(UriPartial.Authority);
}
