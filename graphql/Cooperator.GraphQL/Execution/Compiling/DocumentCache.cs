using System.Collections.Concurrent;

namespace Cooperator.GraphQL.Execution;

/// <summary>
/// Prepared documents by their text. Two generations bound it: when the young one is full it becomes the old one, and the old one is dropped; what is
/// found in the old one moves to the young. Documents in use stay, whatever else is sent.
/// </summary>
internal sealed class DocumentCache(int mostDocuments)
{
    // A prepared document takes some ten times its text.
    private const int MostBytes = 4 * 1024 * 1024;

    private readonly Lock _gate = new();
    private volatile Generation _young = new();
    private volatile Generation _old = new();

    public int Count => _young.Documents.Count + _old.Documents.Count;

    public PreparedDocument? Find(ReadOnlyMemory<byte> text)
    {
        if (_young.Documents.TryGetValue(text, out var document))
        {
            return document;
        }

        if (_old.Documents.TryGetValue(text, out document))
        {
            Add(document.Document.Location.Source!.Utf8, document);
        }

        return document;
    }

    /// <summary>Keeps a document; <paramref name="text"/> must stay as it is.</summary>
    public void Add(ReadOnlyMemory<byte> text, PreparedDocument document)
    {
        lock (_gate)
        {
            var isFull =
                _young.Documents.Count >= Math.Max(1, mostDocuments / 2) || _young.Bytes + text.Length > MostBytes;
            if (isFull)
            {
                _old = _young;
                _young = new Generation();
            }

            if (text.Length <= MostBytes && _young.Documents.TryAdd(text, document))
            {
                _young.Bytes += text.Length;
            }
        }
    }

    private sealed class Generation
    {
        public ConcurrentDictionary<ReadOnlyMemory<byte>, PreparedDocument> Documents { get; } =
            new(TextComparer.Instance);

        public long Bytes { get; set; }
    }

    private sealed class TextComparer : IEqualityComparer<ReadOnlyMemory<byte>>
    {
        public static readonly TextComparer Instance = new();

        public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<byte> text)
        {
            // Seeded anew for each process: nobody can prepare texts that collide.
            var hash = new HashCode();
            hash.AddBytes(text.Span);
            return hash.ToHashCode();
        }
    }
}
