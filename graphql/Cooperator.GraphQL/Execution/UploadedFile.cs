namespace Cooperator.GraphQL.Execution;

/// <summary>A file that came with a request: the value of the scalar <c>Upload</c>. It is gone when the request has been answered.</summary>
public sealed class UploadedFile
{
    private readonly Func<Stream> _open;

    /// <summary>Describes a file.</summary>
    /// <param name="fileName">The name the client gave it; never a path of this server.</param>
    /// <param name="contentType">What the client says it is.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="open">Gives its content, from the beginning each time.</param>
    public UploadedFile(string fileName, string? contentType, long length, Func<Stream> open) =>
        (FileName, ContentType, Length, _open) = (fileName, contentType, length, open);

    /// <summary>The name the client gave it, without folders. Anybody can write anything there.</summary>
    public string FileName { get; }

    /// <summary>The media type the client gave it; null for none. Anybody can write anything there.</summary>
    public string? ContentType { get; }

    /// <summary>How many bytes it has.</summary>
    public long Length { get; }

    /// <summary>Opens it for reading, from its beginning. May be called more than once; dispose each stream.</summary>
    /// <exception cref="ObjectDisposedException">The request has been answered.</exception>
    public Stream OpenRead() => _open();
}
