using Cooperator.GraphQL.Execution;
using Microsoft.Win32.SafeHandles;

namespace Cooperator.GraphQL.AspNetCore.Http.Uploads;

/// <summary>
/// A file that has no name any more from the moment it is opened, where the system can do that, and otherwise is deleted by the system when it is
/// closed: nothing is left of it, however the process ends.
/// </summary>
internal sealed class TemporaryFile : IAsyncDisposable
{
    private const int CopySize = 64 * 1024;

    private readonly FileStream _file;

    private TemporaryFile(FileStream file) => _file = file;

    /// <summary>Makes an empty file that nobody else can read.</summary>
    /// <exception cref="TemporaryFileException">The disk does not take it.</exception>
    public static TemporaryFile Create(string folder)
    {
        try
        {
            return Open(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TemporaryFileException(e);
        }
    }

    private static TemporaryFile Open(string folder)
    {
        var path = Path.Combine(folder, $"graphql-upload-{Guid.NewGuid():N}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (OperatingSystem.IsWindows())
        {
            options.Options |= FileOptions.DeleteOnClose;
        }
        else
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return new TemporaryFile(file);
    }

    /// <summary>Takes what a stream holds; gives its length, or null when that is over the limit.</summary>
    /// <exception cref="TemporaryFileException">The disk does not take it.</exception>
    public async ValueTask<long?> FillAsync(Stream content, long limit, CancellationToken ct)
    {
        var buffer = new byte[CopySize];
        var length = 0L;
        while (await content.ReadAsync(buffer, ct) is var count and > 0)
        {
            length += count;
            if (length > limit)
            {
                return null;
            }

            try
            {
                await _file.WriteAsync(buffer.AsMemory(0, count), ct);
            }
            catch (IOException e)
            {
                throw new TemporaryFileException(e);
            }
        }

        return length;
    }

    /// <summary>The file as resolvers see it.</summary>
    public UploadedFile Describe(string fileName, string? contentType, long length) =>
        new(fileName, contentType, length, () => new ReadingStream(_file.SafeFileHandle, length));

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    /// <summary>Reads by the handle: there is no name to open the file by.</summary>
    private sealed class ReadingStream(SafeFileHandle file, long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => _position;
            set
            {
                ArgumentOutOfRangeException.ThrowIfNegative(value);
                _position = value;
            }
        }

        public override int Read(Span<byte> buffer)
        {
            var count = RandomAccess.Read(file, buffer, _position);
            _position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var count = await RandomAccess.ReadAsync(file, buffer, _position, cancellationToken);
            _position += count;
            return count;
        }

        public override Task<int> ReadAsync(
            byte[] buffer,
            int offset,
            int count,
            CancellationToken cancellationToken
        ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override long Seek(long offset, SeekOrigin origin) =>
            Position = origin switch
            {
                SeekOrigin.Begin => offset,
                SeekOrigin.Current => _position + offset,
                _ => length + offset,
            };

        public override void Flush() { }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
