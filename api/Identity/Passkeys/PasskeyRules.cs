using Cooperator.Api.Platform.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Cooperator.Api.Identity;

/// <summary>
/// A passkey stands for both factors, so its device must have asked for the finger or the code that unlocks it. Where the
/// house has a public address, passkeys belong to that name, and no request's own word about its page is believed.
/// </summary>
internal sealed class PasskeyRules(SiteSettings site) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        if (site.PublicUrl is null || new Uri(site.PublicUrl) is not { HostNameType: UriHostNameType.Dns } url)
        {
            return;
        }

        var origin = new UriBuilder(url.Scheme, url.IdnHost, url.Port).Uri.GetLeftPart(UriPartial.Authority);
        options.ServerDomain = url.IdnHost;
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == origin);
    }
}
