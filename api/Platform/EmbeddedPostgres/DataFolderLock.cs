using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>
/// One process per data folder. The lock is the operating system's and dies with the process, however it dies, so
/// there is never a stale one to clean up.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream file;

    private DataFolderLock(FileStream file) => this.file = file;

    public static DataFolderLock Take(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "lock");
        try
        {
            Directory.CreateDirectory(dataFolder);
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartupRefusedException(
                $"The data folder {dataFolder} can not be written to; choose another with --Data:Folder=/somewhere.",
                e
            );
        }
        catch (IOException e) when (IsTaken(e))
        {
            throw new StartupRefusedException(
                $"The data folder {dataFolder} is in use by another running theCooperator: stop that one, or choose "
                    + "another folder with --Data:Folder=/somewhere.",
                e
            );
        }
        catch (IOException e)
        {
            throw new StartupRefusedException($"The data folder {dataFolder} can not be used: {e.Message}", e);
        }
    }

    public void Dispose() => file.Dispose();

    // EWOULDBLOCK of Linux and of macOS, and the sharing violation of Windows.
    private static bool IsTaken(IOException failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020);
}
