using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cooperator.Api.Identity;

/// <summary>
/// The codes of authenticator apps (RFC 6238: six digits, SHA-1, half minutes). ASP.NET Core's own check answers yes or no,
/// but not which half minute a code is of, and so can not tell a code that was used before.
/// </summary>
internal static class TotpCode
{
    private const int StepSeconds = 30;

    /// <summary>Clocks of telephones are a little off, and typing takes a moment.</summary>
    private const int Drift = 2;

    /// <summary>The half minute the code is of; null when it is of none around now.</summary>
    public static long? StepOf(string code, string base32Key, DateTimeOffset now)
    {
        var key = Decode(base32Key);
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        var given = Encoding.ASCII.GetBytes(code);
        long? found = null;
        for (var step = current - Drift; step <= current + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Of(key, step))))
            {
                found = step;
            }
        }

        return found;
    }

    private static string Of(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The algorithm of all authenticator apps.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string base32)
    {
        var bytes = new List<byte>(base32.Length * 5 / 8);
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
