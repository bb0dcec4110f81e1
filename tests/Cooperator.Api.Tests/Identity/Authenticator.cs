using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Cooperator.Api.Tests.Identity;

/// <summary>An authenticator app: the codes of RFC 6238 for a secret in Base32.</summary>
internal static class Authenticator
{
    /// <param name="secret">As the server shows it.</param>
    /// <param name="now">The time on the telephone.</param>
    /// <param name="steps">How many half minutes ahead; the server accepts a little drift.</param>
    public static string Code(string secret, DateTimeOffset now, int steps = 0)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30 + steps);
#pragma warning disable CA5350 // The algorithm of all authenticator apps.
        var hash = HMACSHA1.HashData(Bytes(secret), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000");
    }

    private static byte[] Bytes(string base32)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in base32.TrimEnd('='))
        {
            bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal);
            count += 5;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
                bits &= (1 << count) - 1;
            }
        }

        return [.. bytes];
    }
}
