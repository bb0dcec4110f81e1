using System.Security.Cryptography;

namespace Cooperator.GraphQL.Execution;

/// <summary>What names a document's text: its SHA-256 hash in hexadecimal.</summary>
internal static class DocumentHash
{
    public static string Of(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));
}
