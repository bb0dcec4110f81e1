using Cooperator.Api.Platform.Refusals;
using Microsoft.AspNetCore.Identity;

namespace Cooperator.Api.Identity;

/// <summary>
/// Addresses as they are compared, wherever somebody is looked for: spaces around them and large letters do not count.
/// In one place, or a difference between two would tell who has an account.
/// </summary>
internal sealed class TypedAddresses : ILookupNormalizer
{
    private readonly UpperInvariantLookupNormalizer _letters = new();

    public string? NormalizeEmail(string? email) => _letters.NormalizeEmail(Text(email));

    public string? NormalizeName(string? name) => _letters.NormalizeName(Text(name));

    // What is no text is nobody's address.
    private static string? Text(string? typed) =>
        typed is null || LineOfText.CanBeNormalized(typed) ? typed?.Trim() : "";
}
