using System.Text;
using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>The server's files on disk: made once, and complete or absent, never half made.</summary>
internal sealed class PostgresCluster(string folder)
{
    /// <summary>What the server's account owns: the cluster and its log.</summary>
    public string Folder => folder;

    public string Data => Path.Combine(folder, "cluster");

    public string Log => Path.Combine(folder, "server.log");

    public bool Exists => Directory.Exists(Data);

    public async Task CreateAsync(
        PostgresBinaries binaries,
        ServerAccount account,
        string password,
        CancellationToken cancellationToken
    )
    {
        var draft = Path.Combine(folder, "cluster.new");
        ForgetDraft(draft);

        var passwordFile = Path.Combine(folder, "initdb.password");
        try
        {
            PrivateFile.Write(passwordFile, Encoding.UTF8.GetBytes(password));
            await account.GiveAsync(passwordFile, cancellationToken);
            var (exitCode, said) = await account
                .Command(binaries.Initdb, Arguments(draft, passwordFile), folder)
                .RunAsync(cancellationToken);
            if (exitCode != 0)
            {
                throw new StartupRefusedException($"The database could not be created in {folder}: {LastLine(said)}");
            }
        }
        finally
        {
            File.Delete(passwordFile);
        }
        Directory.Move(draft, Data);
    }

    /// <summary>Refuses a cluster that this process may not look into, before anything else trips over it.</summary>
    public void RefuseWhenOfAnother()
    {
        try
        {
            if (Exists)
            {
                _ = Directory.EnumerateFileSystemEntries(Data).Any();
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartupRefusedException(
                $"The database's files in {folder} belong to another user, as after a start with sudo: give the whole data "
                    + "folder back with chown -R, or start as that user.",
                e
            );
        }
    }

    // A start that was killed half way left this; it never held anything.
    private static void ForgetDraft(string draft)
    {
        try
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupRefusedException(
                $"What an earlier start left in {draft} can not be removed: {e.Message.TrimEnd('.')}; remove it and start "
                    + "again.",
                e
            );
        }
    }

    // ICU's root collation sorts names as people expect and the same on each operating system.
    private static string[] Arguments(string draft, string passwordFile) =>
        [
            $"--pgdata={draft}",
            "--username=postgres",
            $"--pwfile={passwordFile}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale",
            "--locale-provider=icu",
            "--icu-locale=und",
            "--data-checksums",
        ];

    private static string LastLine(string said) =>
        said.Split('\n').LastOrDefault(line => line.Contains("error", StringComparison.Ordinal))?.Trim() ?? said;
}
