using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Cooperator.GraphQL.Execution;

/// <summary>
/// Documents the server knows beforehand, each by an id, see "Persisted Documents" in the GraphQL over HTTP specification. The manifest that a client's
/// build writes is a JSON object of ids and texts. An id that begins with <c>sha256:</c> is the hash of its text, in hexadecimal.
/// </summary>
public sealed class TrustedDocuments
{
    internal const string HashPrefix = "sha256:";

    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> _documents;

    private TrustedDocuments(Dictionary<string, ReadOnlyMemory<byte>> documents) =>
        _documents = documents.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _documents.Count;

    /// <summary>Reads a manifest from a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no manifest.</exception>
    public static TrustedDocuments Load(string path) => Parse(File.ReadAllBytes(path));

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="InvalidDataException">It is not a JSON object of texts, or an id is not the hash of its text.</exception>
    public static TrustedDocuments Parse(ReadOnlyMemory<byte> manifest)
    {
        Dictionary<string, string>? texts;
        try
        {
            texts = JsonSerializer.Deserialize<Dictionary<string, string>>(manifest.Span);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("A manifest of trusted documents is a JSON object of ids and texts.", e);
        }

        var documents = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var (id, text) in texts ?? [])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            if (
                id.StartsWith(HashPrefix, StringComparison.Ordinal)
                && id[HashPrefix.Length..] != DocumentHash.Of(bytes)
            )
            {
                throw new InvalidDataException($"The document \"{id}\" has another hash than its id says.");
            }

            documents.Add(id, bytes);
        }

        return new TrustedDocuments(documents);
    }

    /// <summary>Finds the text of a document.</summary>
    public bool TryFind(string id, out ReadOnlyMemory<byte> text) => _documents.TryGetValue(id, out text);
}
