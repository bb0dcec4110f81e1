using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Cooperator.GraphQL;

/// <summary>Global ids: opaque to clients, they hold the name of a type and the id of one object of it.</summary>
public static class NodeIds
{
    private const byte Separator = (byte)':';
    private const int GuidSize = 16;

    /// <summary>The global id of the object of that type.</summary>
    public static string Format(string typeName, Guid id)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(typeName.Length) + 1 + GuidSize];
        var length = Encoding.UTF8.GetBytes(typeName, bytes);
        bytes[length++] = Separator;
        id.TryWriteBytes(bytes[length..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes[..(length + GuidSize)]);
    }

    /// <summary>The global id of the object of that type.</summary>
    public static string Format(string typeName, string id) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{typeName}:{id}"));

    /// <summary>The global id of the object of that type.</summary>
    public static string Format(string typeName, long id) =>
        Format(typeName, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>The name of the type that a global id names; null when it is no global id.</summary>
    public static string? FindTypeName(string globalId) =>
        TrySplit(globalId, out var typeName, out _) ? typeName : null;

    /// <summary>The id inside a global id.</summary>
    /// <param name="globalId">What the client gave.</param>
    /// <param name="expectedType">The type it must name; null accepts any.</param>
    /// <exception cref="GraphQLException">It is no global id of that type; code <c>INVALID_ID</c>.</exception>
    public static Guid ParseGuid(string globalId, string? expectedType)
    {
        var raw = Parse(globalId, expectedType);
        return raw.Length == GuidSize ? new Guid(raw, bigEndian: true) : throw Invalid(globalId, expectedType);
    }

    /// <summary>The id inside a global id.</summary>
    /// <param name="globalId">What the client gave.</param>
    /// <param name="expectedType">The type it must name; null accepts any.</param>
    /// <exception cref="GraphQLException">It is no global id of that type; code <c>INVALID_ID</c>.</exception>
    public static string ParseString(string globalId, string? expectedType) =>
        Encoding.UTF8.GetString(Parse(globalId, expectedType));

    /// <summary>The id inside a global id.</summary>
    /// <param name="globalId">What the client gave.</param>
    /// <param name="expectedType">The type it must name; null accepts any.</param>
    /// <exception cref="GraphQLException">It is no global id of that type; code <c>INVALID_ID</c>.</exception>
    public static long ParseInt64(string globalId, string? expectedType) =>
        long.TryParse(
            Parse(globalId, expectedType),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var id
        )
            ? id
            : throw Invalid(globalId, expectedType);

    internal static GraphQLException Invalid(string globalId, string? expectedType) =>
        new(
            new GraphQLError(
                expectedType is null
                    ? $"\"{ShownText.Cut(globalId)}\" is not a valid id."
                    : $"\"{ShownText.Cut(globalId)}\" is not a valid id of type \"{expectedType}\"."
            )
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "INVALID_ID" },
            }
        );

    private static ReadOnlySpan<byte> Parse(string globalId, string? expectedType) =>
        TrySplit(globalId, out var typeName, out var raw) && (expectedType is null || typeName == expectedType)
            ? raw
            : throw Invalid(globalId, expectedType);

    private static bool TrySplit(string globalId, out string typeName, out byte[] raw)
    {
        typeName = "";
        raw = [];
        if (globalId.Length is 0 or > 1024 || !Base64Url.IsValid(globalId) || globalId.Contains('='))
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(globalId);
        var separator = Array.IndexOf(bytes, Separator);
        if (separator <= 0)
        {
            return false;
        }

        typeName = Encoding.UTF8.GetString(bytes, 0, separator);
        raw = bytes[(separator + 1)..];
        return true;
    }
}
