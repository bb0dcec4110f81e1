using System.Security.Cryptography;
using System.Text.Json;
using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>The passwords of the embedded server's roles: generated once, readable by this user only.</summary>
internal sealed record PostgresSecrets(string Superuser, string Owner, string App, string Relay)
{
    public static PostgresSecrets LoadOrCreate(string path, bool clusterExists)
    {
        if (File.Exists(path))
        {
            return Read(path);
        }
        if (clusterExists)
        {
            throw new StartupRefusedException(
                $"The database's passwords are missing: {path} was removed; restore it from a backup together with its folder."
            );
        }

        var made = new PostgresSecrets(NewPassword(), NewPassword(), NewPassword(), NewPassword());
        PrivateFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(made));
        return made;
    }

    private static PostgresSecrets Read(string path)
    {
        try
        {
            var read = JsonSerializer.Deserialize<PostgresSecrets>(File.ReadAllBytes(path));
            return read is { Superuser: not null, Owner: not null, App: not null, Relay: not null }
                ? read
                : throw new JsonException("a password is missing");
        }
        catch (Exception e) when (e is JsonException or UnauthorizedAccessException or IOException)
        {
            throw new StartupRefusedException($"The database's passwords in {path} can not be read: {e.Message}", e);
        }
    }

    private static string NewPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
