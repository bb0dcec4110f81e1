using System.Buffers.Text;

namespace Cooperator.Bench.Floor;

/// <summary>Ids as the API writes them: the type and the row's own id, opaque to clients.</summary>
internal static class NodeIds
{
    public static string Format(ReadOnlySpan<byte> type, Guid id)
    {
        Span<byte> bytes = stackalloc byte[type.Length + 16];
        type.CopyTo(bytes);
        id.TryWriteBytes(bytes[type.Length..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }
}
