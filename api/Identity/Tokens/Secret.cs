using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Cooperator.Api.Identity;

/// <summary>
/// 256 random bits for a cookie, a token or a link. The text is shown once; only its hash is kept. As nobody can guess
/// 256 bits, a fast hash without salt is enough, and a row can be found by it.
/// </summary>
public readonly record struct Secret(string Text)
{
    public byte[] Hash => HashOf(Text);

    public static Secret Create(string prefix = "") =>
        new(prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Never the secret itself, wherever this lands in a log.</summary>
    public override string ToString() => "(secret)";
}
