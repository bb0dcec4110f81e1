using System.ComponentModel.DataAnnotations;

namespace Cooperator.GraphQL.AspNetCore;

/// <summary>Limits of files that come with a request, as the GraphQL multipart request specification has it.</summary>
public sealed class UploadOptions
{
    /// <summary>Whether multipart requests are read at all; otherwise they are answered with 415. Default false.</summary>
    public bool Enabled { get; set; }

    /// <summary>The most files of a request; one more is answered with 413. Default 10.</summary>
    [Range(1, 1000)]
    public int MaxFiles { get; set; } = 10;

    /// <summary>The most bytes of a file; a larger one is answered with 413. Default 16 MiB.</summary>
    [Range(1, long.MaxValue)]
    public long MaxFileSize { get; set; } = 16 * 1024 * 1024;

    /// <summary>Where files are kept while their request is answered. Default the system's folder for temporary files.</summary>
    public string Folder { get; set; } = Path.GetTempPath();
}
