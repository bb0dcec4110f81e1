using System.Text.Json;
using Cooperator.Api.Platform.Settings;

namespace Cooperator.Api.Platform.Startup;

/// <summary>One sign-in of the demo.</summary>
public sealed record DemoAccount(string Coop, string Email, string Password, IReadOnlyList<string> Roles);

/// <summary>
/// Where the demo's seed leaves its generated sign-ins for people and scripts: <c>demo-accounts.json</c> in the data
/// folder. They open the house, so they are written only where nobody but this machine can reach it.
/// </summary>
public sealed class DemoAccounts(DataSettings data, DatabaseSettings database, ListenAddresses addresses)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private string File => data.PathTo("demo-accounts.json");

    /// <summary>Whether demo sign-ins may be made here at all.</summary>
    public bool Allowed => database.EffectiveMode == DatabaseMode.Embedded && addresses.AreLoopback;

    /// <summary>Whether sign-ins were made here while nobody but this machine could reach it, and now others can.</summary>
    public bool AreExposed =>
        database.EffectiveMode == DatabaseMode.Embedded && !addresses.AreLoopback && System.IO.File.Exists(File);

    /// <summary>Keeps the sign-ins.</summary>
    /// <exception cref="InvalidOperationException">They are not allowed here.</exception>
    public void Publish(IReadOnlyList<DemoAccount> accounts)
    {
        if (!Allowed)
        {
            throw new InvalidOperationException("Demo sign-ins are made only for an embedded database on loopback.");
        }
        PrivateFile.Write(File, JsonSerializer.SerializeToUtf8Bytes(accounts, Json));
    }

    /// <summary>The sign-ins of this installation; none when there is no demo or they may not be shown.</summary>
    public IReadOnlyList<DemoAccount> Read() =>
        Allowed && System.IO.File.Exists(File)
            ? JsonSerializer.Deserialize<List<DemoAccount>>(System.IO.File.ReadAllBytes(File), Json) ?? []
            : [];
}
