using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace Cooperator.Api.Platform.Settings;

/// <summary>Whose PostgreSQL is used.</summary>
public enum DatabaseMode
{
    /// <summary>This process starts its own server below its data folder.</summary>
    Embedded,

    /// <summary>A server that runs elsewhere.</summary>
    Server,
}

/// <summary><c>Database</c>: where the rows are.</summary>
public sealed record DatabaseSettings : IValidatableObject
{
    /// <summary>Left out, it is <c>Server</c> when a connection string is given and <c>Embedded</c> otherwise.</summary>
    public DatabaseMode? Mode { get; init; }

    /// <summary>Signs in as the role that serves requests.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Signs in as the role that owns the tables, for migrations.</summary>
    public string? OwnerConnectionString { get; init; }

    /// <summary>Signs in as the role that reads the event log of all co-ops.</summary>
    public string? RelayConnectionString { get; init; }

    /// <summary>The embedded server's programs, when not those restored with the build or found on PATH.</summary>
    public string? BinFolder { get; init; }

    /// <summary>What holds after <see cref="Mode"/> was left out.</summary>
    public DatabaseMode EffectiveMode =>
        Mode ?? (string.IsNullOrWhiteSpace(ConnectionString) ? DatabaseMode.Embedded : DatabaseMode.Server);

    /// <summary>The connections of a server that runs elsewhere.</summary>
    public DatabaseConnections ServerConnections =>
        new(OwnerConnectionString!, ConnectionString!, RelayConnectionString!);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (EffectiveMode == DatabaseMode.Embedded)
        {
            yield break;
        }
        (string Name, string? Value)[] needed =
        [
            (nameof(ConnectionString), ConnectionString),
            (nameof(OwnerConnectionString), OwnerConnectionString),
            (nameof(RelayConnectionString), RelayConnectionString),
        ];
        foreach (var (name, value) in needed)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                yield return new("it is needed when the database is a server of its own", [name]);
            }
            else if (!NamesHost(value))
            {
                yield return new(
                    "it must look like Host=db;Database=cooperator;Username=cooperator_app;Password=…",
                    [name]
                );
            }
        }
    }

    private static bool NamesHost(string connectionString)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connectionString).Host);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
        {
            return false;
        }
    }
}
