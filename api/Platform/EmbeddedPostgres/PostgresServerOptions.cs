namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>What an embedded server needs to know.</summary>
public sealed record PostgresServerOptions
{
    /// <summary>Where its files, passwords and port are kept.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where its programs are; null looks for the restored package, then on PATH.</summary>
    public string? BinFolder { get; init; }

    /// <summary>The database that holds the co-operatives.</summary>
    public string Database { get; init; } = "cooperator";

    /// <summary>How often a server that died is looked for.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromMilliseconds(500);
}
