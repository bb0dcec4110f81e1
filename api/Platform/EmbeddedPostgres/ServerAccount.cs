using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>
/// Who runs the server. PostgreSQL refuses to run as root, so there its programs are started as `nobody`; everybody
/// else runs it as themselves.
/// </summary>
internal sealed class ServerAccount
{
    private const string Nobody = "65534";
    private readonly string[] prefix;

    private ServerAccount(string[] prefix) => this.prefix = prefix;

    public static async Task<ServerAccount> ChooseAsync(
        PostgresBinaries binaries,
        string ownFolder,
        CancellationToken cancellationToken
    )
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
        {
            return new([]);
        }

        string[] drop = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"];
        var nobody = new ServerAccount(drop);
        await nobody.GiveAsync(ownFolder, cancellationToken);

        // The programs and the data may lie below a folder closed to others, such as root's home. Then the server
        // keeps the capability to walk through and read; where root itself lacks that one, as in Docker's containers,
        // the larger one that lets it write anywhere too. It is given nothing where that is not needed.
        string[][] ways =
        [
            drop,
            [.. drop, "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"],
            [.. drop, "--inh-caps=+dac_override", "--ambient-caps=+dac_override"],
        ];
        var said = "";
        foreach (var way in ways)
        {
            var account = new ServerAccount(way);
            string[] probe = ["-c", "test -x \"$1\" && test -w \"$2\"", "sh", binaries.Initdb, ownFolder];
            (var exitCode, said) = await account.Command("sh", probe, "/").RunAsync(cancellationToken);
            if (exitCode == 0)
            {
                return account;
            }
        }
        throw new StartupRefusedException(
            $"PostgreSQL does not run as root, and as `nobody` it can not reach {ownFolder}: start as another user, "
                + $"or choose a folder it can reach with --Data:Folder=/somewhere. {said}".TrimEnd()
        );
    }

    public CommandLine Command(string program, IEnumerable<string> arguments, string workingFolder)
    {
        string[] all = [.. prefix, program, .. arguments];
        return new(all[0], all[1..], workingFolder);
    }

    /// <summary>
    /// Makes a file, or a folder with all that is in it, the server's own, also where it was copied by root or made by
    /// another user. Of links they themselves and not what they name.
    /// </summary>
    public async Task GiveAsync(string path, CancellationToken cancellationToken)
    {
        if (prefix.Length == 0)
        {
            return;
        }
        string[] arguments = ["-R", "-h", "-P", $"{Nobody}:{Nobody}", path];
        var (exitCode, said) = await new CommandLine("chown", arguments, "/").RunAsync(cancellationToken);
        if (exitCode != 0)
        {
            throw new StartupRefusedException($"{path} can not be given to the database server: {LastLine(said)}");
        }
    }

    private static string LastLine(string said) => said.Split('\n')[^1].Trim();
}
