using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.AspNetCore.Http.Uploads;

/// <summary>The files of one request. Disposing it deletes them.</summary>
internal sealed class UploadedFiles : IAsyncDisposable
{
    private readonly List<TemporaryFile> _files = [];
    private readonly Dictionary<string, UploadedFile> _byName = new(StringComparer.Ordinal);

    /// <summary>The files by the names of their parts.</summary>
    public IReadOnlyDictionary<string, UploadedFile> ByName => _byName;

    /// <summary>Makes a file that is deleted with the others.</summary>
    public TemporaryFile Create(string folder)
    {
        var file = TemporaryFile.Create(folder);
        _files.Add(file);
        return file;
    }

    public void Add(string name, UploadedFile file) => _byName.Add(name, file);

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files)
        {
            await file.DisposeAsync();
        }
    }
}
