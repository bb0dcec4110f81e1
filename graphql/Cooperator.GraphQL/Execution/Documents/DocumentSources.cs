namespace Cooperator.GraphQL.Execution;

/// <summary>Finds the text of the document a request means, and refuses documents that may not be executed.</summary>
internal sealed class DocumentSources(GraphQLOptions options)
{
    // Documents of requests, not of the server's own people.
    private const int MostBytes = 4 * 1024 * 1024;

    private readonly GenerationCache<string, Text>? _persisted =
        options.PersistedQueryCacheSize > 0 && !options.OnlyTrustedDocuments
            ? new(options.PersistedQueryCacheSize, MostBytes, StringComparer.Ordinal)
            : null;

    /// <summary>Gives the text; it may be the request's own memory.</summary>
    /// <param name="request">The request.</param>
    /// <param name="hash">What to remember the text by: its hash, when both were sent and belong together; null otherwise.</param>
    /// <exception cref="GraphQLException">The document is unknown, or may not be executed.</exception>
    public ReadOnlyMemory<byte> Find(OperationRequest request, out string? hash)
    {
        hash = null;
        var named = PersistedQuery.HashOf(request.Extensions);
        if (request.DocumentId is { } id && TryFindTrusted(id, out var text))
        {
            return text;
        }

        if (!request.Document.IsEmpty)
        {
            EnsureAllowed(request.Document, named);
            hash = named;
            return request.Document;
        }

        return named is null
            ? throw Coded("The document is not known here: send its text.", "PERSISTED_QUERY_NOT_FOUND")
            : FindPersisted(named);
    }

    /// <summary>Keeps a document by the hash that <see cref="Find"/> gave, now that it is known to be valid.</summary>
    public void Remember(string hash, ReadOnlyMemory<byte> text)
    {
        if (_persisted is not null && _persisted.Find(hash) is null)
        {
            _persisted.Add(hash, new Text(text), text.Length);
        }
    }

    private ReadOnlyMemory<byte> FindPersisted(string hash)
    {
        if (TryFindTrusted(TrustedDocuments.HashPrefix + hash, out var trusted))
        {
            return trusted;
        }

        // The words are the protocol's: clients look for them.
        if (_persisted is null && options.TrustedDocuments is null)
        {
            throw Coded("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED");
        }

        return _persisted?.Find(hash) is { } found
            ? found.Utf8
            : throw Coded("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND");
    }

    private void EnsureAllowed(ReadOnlyMemory<byte> text, string? hash)
    {
        if (hash is null && !options.OnlyTrustedDocuments)
        {
            return;
        }

        var own = DocumentHash.Of(text.Span);
        if (hash is not null && hash != own)
        {
            throw new GraphQLException("provided sha does not match query");
        }

        if (options.OnlyTrustedDocuments && !TryFindTrusted(TrustedDocuments.HashPrefix + own, out _))
        {
            throw Coded("Only documents that are known beforehand are executed here.", "DOCUMENT_NOT_TRUSTED");
        }
    }

    private bool TryFindTrusted(string id, out ReadOnlyMemory<byte> text)
    {
        text = default;
        return options.TrustedDocuments is { } trusted && trusted.TryFind(id, out text);
    }

    private static GraphQLException Coded(string message, string code) =>
        new(
            new GraphQLError(message)
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code },
            }
        );

    private sealed record Text(ReadOnlyMemory<byte> Utf8);
}
