using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Cooperator.GraphQL.Execution;

/// <summary>
/// Documents the server knows beforehand, each by an id, see "Persisted Documents" in the GraphQL over HTTP specification. The manifest that a client's
/// build writes is a JSON object of ids and texts. An id that begins with <c>sha256:</c> is the hash of its text, in hexadecimal; by that
/// every document is found, whatever else it is called.
/// </summary>
public sealed class TrustedDocuments
{
    internal const string HashPrefix = "sha256:";

    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> _documents;

    private TrustedDocuments(Dictionary<string, ReadOnlyMemory<byte>> documents, int count)
    {
        _documents = documents.ToFrozenDictionary(StringComparer.Ordinal);
        Count = count;
    }

    /// <summary>How many ids the manifest has.</summary>
    public int Count { get; }

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
            var hash = HashPrefix + DocumentHash.Of(bytes);
            if (id.StartsWith(HashPrefix, StringComparison.Ordinal) && id != hash)
            {
                throw new InvalidDataException($"The document \"{id}\" has another hash than its id says.");
            }

            documents[id] = bytes;
            documents[hash] = bytes;
        }

        return new TrustedDocuments(documents, texts?.Count ?? 0);
    }

    /// <summary>Finds the text of a document.</summary>
    public bool TryFind(string id, out ReadOnlyMemory<byte> text) => _documents.TryGetValue(id, out text);
}
