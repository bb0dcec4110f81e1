using System.ComponentModel.DataAnnotations;

namespace Cooperator.Api.Platform.Settings;

/// <summary><c>Site</c>: how people reach this house.</summary>
public sealed record SiteSettings : IValidatableObject
{
    /// <summary>The address in links of mails; left out, it is the first address listened on. Passkeys belong to it.</summary>
    public string? PublicUrl { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            PublicUrl is null
            || (Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        )
        {
            yield break;
        }
        yield return new("it must be an address such as https://coop.example", [nameof(PublicUrl)]);
    }
}
