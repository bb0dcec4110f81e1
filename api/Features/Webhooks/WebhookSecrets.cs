using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Cooperator.Api.Features.Webhooks;

/// <summary>Secrets and signatures as in Standard Webhooks. They must be readable to sign with, so they are kept sealed.</summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private const string Prefix = "whsec_";
    private const int Bytes = 32;

    private readonly IDataProtector _seal = protection.CreateProtector("Cooperator.WebhookSecret");

    /// <summary>A new secret, as its owner sees it once, and as it is kept.</summary>
    public (string Secret, string Sealed) Create()
    {
        var secret = Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
        return (secret, _seal.Protect(secret));
    }

    /// <summary>The header's value: a signature for each secret, the newest first.</summary>
    public string Sign(IEnumerable<string> sealedSecrets, string id, long timestamp, string body) =>
        string.Join(' ', sealedSecrets.Select(s => "v1," + Signature(_seal.Unprotect(s), $"{id}.{timestamp}.{body}")));

    private static string Signature(string secret, string signed) =>
        Convert.ToBase64String(
            HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), Encoding.UTF8.GetBytes(signed))
        );
}
