namespace Cooperator.GraphQL.Execution;

/// <summary>Prepared documents by their text.</summary>
internal sealed class DocumentCache(int mostDocuments)
{
    // In bytes of text: a prepared document takes some ten times as much, and so does each selection that is compiled of it.
    private const int MostBytes = 4 * 1024 * 1024;
    private const int BytesOfSelection = 40;

    private readonly GenerationCache<ReadOnlyMemory<byte>, PreparedDocument> _documents = new(
        mostDocuments,
        MostBytes,
        TextComparer.Instance
    );

    public int Count => _documents.Count;

    public PreparedDocument? Find(ReadOnlyMemory<byte> text) => _documents.Find(text);

    /// <summary>Keeps a document; <paramref name="text"/> must stay as it is.</summary>
    public void Add(ReadOnlyMemory<byte> text, PreparedDocument document) =>
        _documents.Add(text, document, text.Length);

    /// <summary>Counts what was compiled of a document that is kept: a text of a few lines may select thousands of fields.</summary>
    public void Grow(int selections) => _documents.Grow((long)selections * BytesOfSelection);

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
