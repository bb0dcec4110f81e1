namespace Cooperator.GraphQL;

/// <summary>A file sent with the request (scalar <c>Upload</c>).</summary>
public interface IUpload
{
    /// <summary>The name given by the client; not to be trusted as a path.</summary>
    string FileName { get; }

    /// <summary>The media type given by the client; null when none was given.</summary>
    string? ContentType { get; }

    /// <summary>The size in bytes.</summary>
    long Length { get; }

    /// <summary>Opens the content; may be called more than once.</summary>
    Stream OpenRead();
}
